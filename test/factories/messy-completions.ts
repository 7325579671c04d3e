import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';

/** Who is known to the test of the messy file. */
export const STAFF = Array.from({ length: 300 }, (_, at) => String(100_001 + at));
export const TODAY = '2026-11-10';
const HEADERS = ['職員番号', '氏名', '研修', '講座', '修了日', '点数', '備考'];

export interface ExpectedError {
  readonly line: number;
  readonly column: string;
  readonly ja: string;
}

type Cells = [string, string, string, string, string, string, string, ...string[]];

/** A line with what is wrong in it (column, message), or what it says: "100001 course:basics 2026-05-01 70". */
interface MessyLine {
  readonly cells: Cells;
  readonly errors: readonly (readonly [string, string])[];
  readonly says: string | null;
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const dayOf = (at: number): string => new Date(Date.UTC(2026, 3, 1 + (at % 200))).toISOString().slice(0, 10);

/** The same day as people, roster systems and spreadsheet programs write it. */
function writtenDay(day: string, style: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const serial = (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return (
    [
      day,
      `${year}/${month}/${date}`,
      `R${year - 2018}.${month}.${date}`,
      `令和${year - 2018}年${month}月${date}日`,
      fullWidth(`${year}/${month}/${date}`),
      day.replaceAll('-', ''),
      String(serial),
      `  ${day} 00:00:00 `,
    ][style % 8] ?? day
  );
}

const writtenNumber = (staffNumber: string, style: number): string =>
  [staffNumber, fullWidth(staffNumber), ` ${staffNumber}  `, `\u3000${staffNumber}\u3000`][style % 4] ?? staffNumber;

const COURSES = [
  { key: 'basics', programme: 'DX推進員', written: ['DX基礎講座', 'basics', 'ＤＸ基礎講座', 'BASICS', 'DX 基礎講座'] },
  { key: 'exam', programme: 'DX推進員', written: ['DX試験', 'exam', 'ＥＸＡＭ', 'ＤＸ試験', ' DX試験 '] },
  { key: 'manners', programme: '全職員', written: ['接遇', 'manners', '接 遇', 'Manners', '接遇　'] },
] as const;

/** A right line. No two of them are of one person and day. */
function rightLine(at: number): MessyLine {
  const staffNumber = STAFF[at % STAFF.length] ?? '';
  const day = dayOf(Math.floor(at / STAFF.length) * 7);
  const notes = ['', '"よくできました"', '一行目\n二行目', '=HYPERLINK("http://x.example","x")', "'+81-3", 'a,b'];
  const [number, date, note] = [writtenNumber(staffNumber, at), writtenDay(day, at * 3), notes[at % 6] ?? ''];
  if (at % 5 === 4) {
    const programme = ['DX推進員', 'dx-promoter', '全職員', 'ｄｘ推進員', 'all-staff'][at % 4] ?? '';
    const key = /全|all/.test(programme) ? 'all-staff' : 'dx-promoter';
    return {
      cells: [number, '', programme, '', date, '', note],
      errors: [],
      says: `${staffNumber} programme:${key} ${day} -`,
    };
  }
  const course = COURSES[at % 3] ?? COURSES[0];
  const mark = 60 + (at % 40);
  const written = [String(mark), fullWidth(String(mark)), `${mark}点`, `${mark}.7`, ''][at % 7] ?? '';
  const cells: Cells = [
    number,
    '職員 名',
    at % 2 ? course.programme : '',
    course.written[at % 5] ?? '',
    date,
    written,
    note,
  ];
  const kept = written === '' ? '-' : String(mark);
  return { cells, errors: [], says: `${staffNumber} course:${course.key} ${day} ${kept}` };
}

type Spoil = (cells: Cells, at: number) => readonly (readonly [string, string])[];

/** Each mistake that people make, with what is to be said of it. */
const MISTAKES: readonly Spoil[] = [
  (cells, at) => {
    cells[0] = `9${at}`;
    return [['職員番号', `職員番号「9${at}」は名簿にありません。`]];
  },
  (cells) => {
    cells[0] = '\u3000';
    return [['職員番号', '職員番号がありません。']];
  },
  (cells) => {
    cells[0] = '=1+1';
    return [['職員番号', '職員番号「=1+1」は名簿にありません。']];
  },
  (cells) => {
    cells[4] = 'Ｒ８．１１．１１';
    return [['修了日', '修了日 2026-11-11 が未来の日付です。']];
  },
  (cells) => {
    cells[4] = '2026/2/30';
    return [['修了日', '「2026/2/30」という日はありません。']];
  },
  (cells) => {
    cells[4] = '5月頃';
    return [['修了日', '日付「5月頃」を読めません。2026-05-01、2026/5/1、R8.5.1 のように書いてください。']];
  },
  (cells) => {
    cells[4] = '';
    return [['修了日', '修了日がありません。']];
  },
  (cells) => {
    [cells[2], cells[3]] = ['', 'DX基礎構座'];
    return [['講座', '講座「DX基礎構座」が分かりません。もしかして: DX基礎講座']];
  },
  (cells) => {
    [cells[2], cells[3]] = ['', 'ぜんぜん違う講習会の名前'];
    return [['講座', '講座「ぜんぜん違う講習会の名前」が分かりません。講座の一覧にある名前かコードで書いてください。']];
  },
  (cells) => {
    [cells[2], cells[3], cells[5]] = ['全職員', 'DX試験', ''];
    return [['研修', '講座「DX試験」は研修「DX推進員」のもので、「全職員」のものではありません。']];
  },
  (cells) => {
    [cells[2], cells[3], cells[5]] = ['DX推進委員会', 'DX試験', ''];
    return [['研修', '研修「DX推進委員会」が分かりません。使えるのは DX推進員、全職員 です。']];
  },
  (cells) => {
    [cells[2], cells[3], cells[5]] = ['', 'exam', '５９'];
    return [['点数', '点数 59 は、講座「DX試験」の合格点 60 に届きません。修了していない人の行は取り込めません。']];
  },
  (cells) => {
    [cells[2], cells[3], cells[5]] = ['', 'basics', '合格'];
    return [['点数', '点数「合格」を読めません。0 から 100 までの数で書いてください。']];
  },
  (cells) => {
    [cells[0], cells[2], cells[3], cells[4], cells[5]] = ['', '', '', '2027-01-01', ''];
    return [
      ['職員番号', '職員番号がありません。'],
      ['研修', '研修「」が分かりません。使えるのは DX推進員、全職員 です。'],
      ['修了日', '修了日 2027-01-01 が未来の日付です。'],
    ];
  },
  (cells) => {
    cells.push('ずれた');
    return [['', '列が見出しより多くあります(8 列)。余分なコンマがないか確かめてください。']];
  },
];

/** 5,000 lines: two in fifteen are wrong, one in nineteen repeats an earlier one in other words; null is a blank line. */
export function messyLines(count = 5000): (MessyLine | null)[] {
  const lines: (MessyLine | null)[] = [];
  for (let at = 0; at < count; at += 1) {
    if (at % 97 === 50) lines.push(null);
    else if (at % 19 === 18) lines.push(repeatOf(lines.findLast((line) => line?.says) ?? rightLine(at)));
    else if (at % 15 === 3 || at % 15 === 11) {
      const { cells } = rightLine(at);
      const errors = (MISTAKES[Math.floor(at / 7) % MISTAKES.length] ?? MISTAKES[0])?.(cells, at) ?? [];
      lines.push({ cells, errors, says: null });
    } else lines.push(rightLine(at));
  }
  return lines;
}

function repeatOf({ cells, says }: MessyLine): MessyLine {
  const copy: Cells = [...cells];
  copy[0] = fullWidth(copy[0].trim().normalize('NFKC'));
  return { cells: copy, errors: [], says };
}

export interface MessyFile {
  readonly bytes: Buffer;
  readonly errors: readonly ExpectedError[];
}

/** As CSV, with the line on which each record begins: a quoted line break moves all that follow. */
export function messyCsv(
  lines: readonly (MessyLine | null)[],
  encoding: 'utf-8' | 'cp932',
  newline: string,
): MessyFile {
  const errors: ExpectedError[] = [];
  const texts = [HEADERS.join(',')];
  let line = 2;
  for (const each of lines) {
    const text = each ? each.cells.map(quotedCell).join(',') : line % 2 ? ',,,' : '';
    for (const [column, ja] of each?.errors ?? []) errors.push({ line, column, ja });
    texts.push(text);
    line += text.split('\n').length;
  }
  const bytes = iconv.encode(texts.join(newline) + newline, encoding, { addBOM: encoding === 'utf-8' });
  return { bytes, errors };
}

/** As a workbook: text, numbers, and dates whose cells are dates or have lost their format. */
export async function messyWorkbook(lines: readonly (MessyLine | null)[]): Promise<MessyFile> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('修了者');
  sheet.addRow(HEADERS);
  const errors: ExpectedError[] = [];
  lines.forEach((each, at) => {
    const row = sheet.getRow(at + 2);
    each?.cells.forEach((text, column) => {
      if (text === '') return;
      const cell = row.getCell(column + 1);
      if (column === 4 && /^\d{4}-\d{2}-\d{2}$/.test(text)) cell.value = new Date(`${text}T00:00:00Z`);
      else cell.value = /^\d{2,6}$/.test(text) ? Number(text) : text;
    });
    for (const [column, ja] of each?.errors ?? []) errors.push({ line: at + 2, column, ja });
  });
  return { bytes: Buffer.from(await workbook.xlsx.writeBuffer()), errors };
}

function quotedCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
