import { ageOn, type ConcurrentPost, type StaffRecord } from '#survey-model';
import { quoted, type RowCells } from '../columns/row-cells.js';
import { readDate } from '../values/calendar-date.js';
import { readConcurrentPosts } from '../values/concurrent-posts.js';
import { readEmploymentType } from '../values/employment-type.js';
import { readGrade, type PositionIndex } from '../values/position-index.js';
import { readStatus } from '../values/staff-status.js';
import { readYesNo } from '../values/yes-no.js';
import type { RosterField } from './roster-columns.js';

type Cells = RowCells<RosterField>;

export interface StaffContext {
  readonly positions: PositionIndex;
  /** "YYYY-MM-DD". */
  readonly today: string;
}

/** Youngest and oldest plausible member of staff, in full years. */
const AGES = { from: 15, to: 100 };

/**
 * Reads the person of a roster row, departments apart. Everything that is wrong is noted in the cells; the record is of use only when
 * nothing was.
 */
export function readStaffRow(cells: Cells, context: StaffContext): Omit<StaffRecord, 'departmentCode'> {
  const grade = readGradeCell(cells);
  const positionKey = readPosition(cells, grade, context.positions);
  const birthDate = readBirthDate(cells, context.today);
  const age = readAge(cells);
  return {
    staffNumber: readStaffNumber(cells),
    name: readName(cells),
    kana: cells.code('kana') || null,
    positionKey: positionKey ?? '',
    grade,
    jobType: cells.text('jobType'),
    employmentType: readEmploymentType(cells.text('employmentType'), positionKey),
    birthDate,
    age: birthDate === null ? age : null,
    hireDate: readHireDate(cells, birthDate),
    status: readStatusCell(cells),
    concurrentPosts: readPosts(cells, context.positions),
    isHead: readHead(cells),
    email: readEmail(cells),
  };
}

function readStaffNumber(cells: Cells): string {
  const text = cells.code('staffNumber');
  if (text === '') cells.fail('staffNumber', '職員番号がありません。', 'The staff number is missing.');
  else if (!/^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/.test(text)) {
    cells.fail(
      'staffNumber',
      `職員番号「${quoted(text)}」は使えません。半角の英数字で 32 文字までです。`,
      `The staff number "${quoted(text)}" is not valid: up to 32 letters and digits.`,
    );
  }
  return text;
}

/** Names are not normalised: NFKC would replace old forms of characters, and a name is written as its bearer writes it. */
function readName(cells: Cells): string {
  const name = cells.text('name').replace(/[\r\n\t]+/g, ' ');
  if (name === '') cells.fail('name', '氏名がありません。', 'The name is missing.');
  else if (name.length > 100)
    cells.fail('name', '氏名が長すぎます(100 文字まで)。', 'The name is longer than 100 characters.');
  return name;
}

function readGradeCell(cells: Cells): number | null {
  const text = cells.text('grade');
  if (['', '-', '－', '―'].includes(text)) return null;
  return (
    readGrade(text) ??
    cells.fail(
      'grade',
      `級「${quoted(text)}」を読めません。1 から 20 の数で書いてください。`,
      `Cannot read the grade "${quoted(text)}": a number from 1 to 20 is expected.`,
    )
  );
}

function readPosition(cells: Cells, grade: number | null, positions: PositionIndex): string | null {
  const text = cells.text('position');
  if (text !== '') {
    return (
      positions.find(text) ??
      cells.fail(
        'position',
        `職位「${quoted(text)}」が分かりません。使えるのは ${positions.names} とその職名です。級だけで取り込むには、職位の列の対応を外してください。`,
        `Unknown position "${quoted(text)}". Known: ${positions.names} and their titles. To go by grade alone, leave the position column unmapped.`,
      )
    );
  }
  if (grade === null) return cells.fail('position', '職位も級もありません。', 'Both position and grade are missing.');
  return (
    positions.ofGrade(grade) ??
    cells.fail('grade', `${grade} 級の職位が分かりません。`, `No position has grade ${grade}.`)
  );
}

function readDateCell(cells: Cells, field: 'birthDate' | 'hireDate'): string | null {
  const text = cells.text(field);
  if (text === '') return null;
  const read = readDate(text);
  if ('date' in read) return read.date;
  return read.problem === 'impossible'
    ? cells.fail(field, `「${quoted(text)}」という日はありません。`, `There is no such day as "${quoted(text)}".`)
    : cells.fail(
        field,
        `日付「${quoted(text)}」を読めません。2024-04-01、2024/4/1、令和6年4月1日、R6.4.1 のように書いてください。`,
        `Cannot read the date "${quoted(text)}". Write it as 2024-04-01, 2024/4/1 or R6.4.1.`,
      );
}

function readBirthDate(cells: Cells, today: string): string | null {
  const date = readDateCell(cells, 'birthDate');
  if (date === null) return null;
  if (date > today)
    return cells.fail('birthDate', `生年月日 ${date} が未来の日付です。`, `The birth date ${date} is in the future.`);
  const age = ageOn(date, today);
  if (age >= AGES.from && age <= AGES.to) return date;
  return cells.fail(
    'birthDate',
    `生年月日 ${date} では ${age} 歳になります。`,
    `The birth date ${date} gives an age of ${age}.`,
  );
}

function readAge(cells: Cells): number | null {
  const text = cells.code('age').replace(/[歳才]$/, '');
  if (text === '') return null;
  const age = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (age >= AGES.from && age <= AGES.to) return age;
  return cells.fail(
    'age',
    `年齢「${quoted(text)}」は使えません。${AGES.from} から ${AGES.to} の整数です。`,
    `The age "${quoted(text)}" is not an integer from ${AGES.from} to ${AGES.to}.`,
  );
}

function readHireDate(cells: Cells, birthDate: string | null): string | null {
  const date = readDateCell(cells, 'hireDate');
  if (date === null || birthDate === null || date > birthDate) return date;
  return cells.fail(
    'hireDate',
    `採用年月日 ${date} が生年月日より前です。`,
    `The hire date ${date} is before the birth date.`,
  );
}

function readStatusCell(cells: Cells): StaffRecord['status'] {
  const text = cells.text('status');
  const status = readStatus(text);
  if (status === null) {
    cells.fail(
      'status',
      `状態「${quoted(text)}」が分かりません。在職・休職・育休・派遣 のどれかです。退職した人は行を除いてください。`,
      `Unknown status "${quoted(text)}": 在職, 休職, 育休 or 派遣. Leave out people who have retired.`,
    );
  }
  return status ?? 'active';
}

function readPosts(cells: Cells, positions: PositionIndex): readonly ConcurrentPost[] {
  const read = readConcurrentPosts(cells.text('concurrentPosts'), positions);
  if ('posts' in read) return read.posts;
  const position = quoted(read.unknownPosition);
  cells.fail(
    'concurrentPosts',
    `兼務の職位「${position}」が分かりません。「所属コード:職位;所属コード」と書いてください。`,
    `Unknown position "${position}" of a concurrent post. Write "code:position;code".`,
  );
  return [];
}

function readHead(cells: Cells): boolean {
  const text = cells.text('isHead');
  const isHead = readYesNo(text);
  if (isHead === null)
    cells.fail(
      'isHead',
      `所属長「${quoted(text)}」を読めません。○ か空欄にしてください。`,
      `Cannot read "${quoted(text)}": write ○ or leave it blank.`,
    );
  return isHead ?? false;
}

function readEmail(cells: Cells): string | null {
  const text = cells.code('email');
  if (text === '') return null;
  const valid = text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(text);
  return valid
    ? text
    : cells.fail(
        'email',
        `メールアドレス「${quoted(text)}」が正しくありません。`,
        `"${quoted(text)}" is not an e-mail address.`,
      );
}
