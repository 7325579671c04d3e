import { japaneseDate } from '#survey-model';
import { PdfDraft, type Box, type PdfFile, type Type } from './pdf-draft.js';
import { codePointName } from './printable-text.js';
import { attendanceRow, headingRow, rowsOnPage, type AttendanceLine } from './attendance-table.js';

export interface AttendanceReport {
  readonly organisation: string;
  readonly course: string;
  readonly programme: string;
  readonly session: SessionFacts;
  /** Those with a seat, in the order of the sheet. */
  readonly people: readonly AttendanceLine[];
  /** "YYYY-MM-DD". */
  readonly generatedOn: string;
}

/** When and where, as printed lists have it. */
export interface SessionFacts {
  /** "YYYY-MM-DD" in Japan. */
  readonly date: string;
  /** "HH:MM" in Japan. */
  readonly from: string;
  readonly to: string;
  /** "YYYY-MM-DD" in Japan: the same day but for sessions over several. */
  readonly lastDate: string;
  readonly room: string;
  readonly capacity: number;
  readonly cancelled: boolean;
}

/** Empty lines for people who turn up unannounced. */
const SPARE_LINES = 5;
const LEFT = 40;
const TABLE_TOP = 158;

/** 令和8年11月20日(金) 13:30〜16:30. */
export function sessionTime({ date, from, to, lastDate }: SessionFacts): string {
  const end = lastDate === date ? to : `${dayWithWeekday(lastDate)} ${to}`;
  return `${dayWithWeekday(date)} ${from}〜${end}`;
}

function dayWithWeekday(date: string): string {
  const weekday = '日月火水木金土'[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  return `${japaneseDate(date)}(${weekday})`;
}

/** 出席簿: A4 pages to print and sign, the heading on each, with some empty lines, and lines to the end of the last page. */
export function buildAttendanceSheet(report: AttendanceReport): Promise<PdfFile> {
  const draft = new PdfDraft({
    title: `出席簿 ${report.course} ${japaneseDate(report.session.date)}`,
    organisation: report.organisation,
    date: report.generatedOn,
    orientation: 'portrait',
  });
  const perPage = rowsOnPage(draft.page.height - TABLE_TOP);
  const pages = Math.ceil((report.people.length + SPARE_LINES) / perPage);
  putHeading(draft, report, true);
  const table = draft.element('Table');
  for (let page = 0; page < pages; page += 1) {
    if (page > 0) {
      draft.addPage();
      putHeading(draft, report, false);
    }
    headingRow(draft, TABLE_TOP, page === 0 ? table : null);
    for (let line = 0; line < perPage; line += 1) {
      const person = report.people[page * perPage + line] ?? null;
      attendanceRow(draft, { index: line, number: page * perPage + line + 1, top: TABLE_TOP, person, table });
    }
    putFooter(draft, report, `${page + 1} / ${pages} ページ`);
  }
  return draft.finish();
}

/** On every page; only the first is read aloud. */
function putHeading(draft: PdfDraft, report: AttendanceReport, first: boolean): void {
  const { course, programme, session, people } = report;
  const width = draft.page.width - 2 * LEFT;
  const title = { face: 'gothic-bold', size: 17, align: 'center', characterSpacing: 6 } as const;
  const put = (tag: string, text: string, box: Box, type: Type): void => {
    if (first) draft.put(tag, text, box, type);
    else draft.putArtifact(text, box, type);
  };
  put('H1', session.cancelled ? '出席簿(中止)' : '出席簿', { x: LEFT, y: 36, width }, title);
  const facts: readonly (readonly [string, string])[] = [
    ['講座', programme === course ? course : `${course}(${programme})`],
    ['日時', sessionTime(session)],
    ['会場', session.room || '―'],
    ['定員', `${session.capacity.toLocaleString('ja-JP')}人(受講予定 ${people.length.toLocaleString('ja-JP')}人)`],
  ];
  facts.forEach(([label, value], index) => {
    const y = 70 + index * 20;
    const type = { face: 'gothic', size: 10.5 } as const;
    const size = draft.fittingSize(value, width - 54, type, [10.5, 9, 8, 7]);
    put('P', label, { x: LEFT + 4, y, width: 44 }, { ...type, face: 'gothic-bold' });
    put('P', value, { x: LEFT + 50, y, width: width - 54 }, { ...type, size });
    draft.artifact((doc) =>
      doc
        .lineWidth(0.4)
        .moveTo(LEFT, y + 15.5)
        .lineTo(LEFT + width, y + 15.5)
        .stroke('#c3cbd5'),
    );
  });
}

function putFooter(draft: PdfDraft, { organisation, generatedOn }: AttendanceReport, page: string): void {
  const width = draft.page.width - 2 * LEFT;
  const y = draft.page.height - 30;
  const type = { face: 'gothic', size: 8.5, colour: '#4b5563' } as const;
  draft.putArtifact(organisation, { x: LEFT, y, width: width / 3 }, type);
  draft.putArtifact(page, { x: LEFT, y, width }, { ...type, align: 'center' });
  draft.putArtifact(`${japaneseDate(generatedOn)}作成`, { x: LEFT, y, width }, { ...type, align: 'right' });
  const missing = draft.missing();
  if (missing.length === 0) return;
  const note = `「〓」は書体にない文字(${missing.map(codePointName).join('、')})です。`;
  draft.putArtifact(note, { x: LEFT, y: y - 12, width }, { ...type, size: 7.5 });
}
