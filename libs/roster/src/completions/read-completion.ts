import { quoted, type RowCells } from '../columns/row-cells.js';
import { readDate, type ReadDate } from '../values/calendar-date.js';
import type { CompletionField } from './completion-columns.js';
import type { CompletionSubjects, KnownCourse } from './completion-subjects.js';

/** One line as it was meant; of what has errors the fields are blank. */
export interface ReadCompletion {
  readonly staffNumber: string;
  readonly programmeKey: string;
  /** null: the programme itself was completed. */
  readonly courseKey: string | null;
  readonly completedOn: string;
  readonly mark: number | null;
  /** There is a mark, and nothing it could belong to. */
  readonly markDropped: boolean;
}

export interface CompletionContext {
  readonly subjects: CompletionSubjects;
  readonly today: string;
  readonly knownStaff?: ReadonlySet<string>;
  /** Without a column of its own, a programme may stand in the column of the courses. */
  readonly hasProgrammes: boolean;
}

type Cells = RowCells<CompletionField>;

export function readCompletion(cells: Cells, context: CompletionContext): ReadCompletion {
  const staffNumber = readStaffNumber(cells, context.knownStaff);
  const { programmeKey, course } = readSubject(cells, context);
  const completedOn = readCompletedOn(cells, context.today);
  const mark = course ? readMark(cells, course) : null;
  const markDropped = !course && cells.text('mark') !== '';
  return { staffNumber, programmeKey, courseKey: course?.key ?? null, completedOn, mark, markDropped };
}

function readStaffNumber(cells: Cells, knownStaff?: ReadonlySet<string>): string {
  const staffNumber = cells.code('staffNumber');
  if (staffNumber === '') cells.fail('staffNumber', '職員番号がありません。', 'The staff number is missing.');
  else if (knownStaff?.has(staffNumber) === false) {
    cells.fail(
      'staffNumber',
      `職員番号「${quoted(staffNumber)}」は名簿にありません。`,
      `The staff number "${quoted(staffNumber)}" is not in the roster.`,
    );
  }
  return staffNumber;
}

interface Subject {
  readonly programmeKey: string;
  readonly course: KnownCourse | null;
}

const NOTHING: Subject = { programmeKey: '', course: null };

function readSubject(cells: Cells, { subjects, hasProgrammes }: CompletionContext): Subject {
  const [programme, course] = [cells.text('programme'), cells.text('course')];
  if (course === '') {
    if (hasProgrammes) return { programmeKey: readProgramme(cells, subjects) ?? '', course: null };
    cells.fail('course', '講座がありません。', 'The course is missing.');
    return NOTHING;
  }
  const found = subjects.coursesOf(course);
  const instead = found.length > 0 || hasProgrammes ? null : subjects.programmeKeyOf(course);
  if (instead !== null) return { programmeKey: instead, course: null };
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    failCourse(cells, course, found, subjects);
    if (programme !== '') readProgramme(cells, subjects);
    return NOTHING;
  }
  const programmeKey = programme === '' ? only.programmeKey : readProgramme(cells, subjects);
  if (programmeKey !== null && programmeKey !== only.programmeKey) {
    const [own, other] = [only.programmeKey, programmeKey].map((key) => subjects.programmeName(key));
    cells.fail(
      'programme',
      `講座「${only.name}」は研修「${own}」のもので、「${other}」のものではありません。`,
      `The course "${only.name}" belongs to "${own}", not to "${other}".`,
    );
  }
  return { programmeKey: only.programmeKey, course: only };
}

function readProgramme(cells: Cells, subjects: CompletionSubjects): string | null {
  const text = cells.text('programme');
  const names = subjects.allProgrammes;
  return (
    subjects.programmeKeyOf(text) ??
    cells.fail(
      'programme',
      `研修「${quoted(text)}」が分かりません。使えるのは ${names} です。`,
      `Unknown programme "${quoted(text)}". Known: ${names}.`,
    )
  );
}

function failCourse(cells: Cells, text: string, found: readonly KnownCourse[], subjects: CompletionSubjects): void {
  if (found.length > 1) {
    const keys = found.map(({ key }) => key).join('、');
    cells.fail(
      'course',
      `「${quoted(text)}」という講座が${found.length}つあります。コード(${keys})で書いてください。`,
      `There are ${found.length} courses called "${quoted(text)}". Write the key: ${keys}.`,
    );
    return;
  }
  const like = subjects.coursesLike(text);
  cells.fail(
    'course',
    `講座「${quoted(text)}」が分かりません。${like.length > 0 ? `もしかして: ${like.join('、')}` : '講座の一覧にある名前かコードで書いてください。'}`,
    `Unknown course "${quoted(text)}". ${like.length > 0 ? `Did you mean: ${like.join(', ')}` : 'Write its name or key as in the list of courses.'}`,
  );
}

/** Whole marks, rounded down: 59.9 is not 60. */
function readMark(cells: Cells, { name, passMark }: KnownCourse): number | null {
  const text = cells.code('mark');
  if (text === '') return null;
  const [, digits] = /^(\d{1,3}(?:\.\d{1,6})?)\s*(?:点|%)?$/.exec(text) ?? [];
  if (digits === undefined || Number(digits) > 100) {
    return cells.fail(
      'mark',
      `点数「${quoted(text)}」を読めません。0 から 100 までの数で書いてください。`,
      `Cannot read the mark "${quoted(text)}". Write a number from 0 to 100.`,
    );
  }
  const mark = Math.floor(Number(digits));
  if (passMark === null || mark >= passMark) return mark;
  return cells.fail(
    'mark',
    `点数 ${mark} は、講座「${name}」の合格点 ${passMark} に届きません。修了していない人の行は取り込めません。`,
    `The mark ${mark} is below the pass mark ${passMark} of "${name}": that is no completion.`,
  );
}

function readCompletedOn(cells: Cells, today: string): string {
  const text = cells.text('completedOn');
  const read = readDay(text);
  if (text === '') cells.fail('completedOn', '修了日がありません。', 'The completion date is missing.');
  else if ('problem' in read) {
    if (read.problem === 'impossible')
      cells.fail(
        'completedOn',
        `「${quoted(text)}」という日はありません。`,
        `There is no such day as "${quoted(text)}".`,
      );
    else
      cells.fail(
        'completedOn',
        `日付「${quoted(text)}」を読めません。2026-05-01、2026/5/1、R8.5.1 のように書いてください。`,
        `Cannot read the date "${quoted(text)}". Write it as 2026-05-01, 2026/5/1 or R8.5.1.`,
      );
  } else if (read.date > today)
    cells.fail(
      'completedOn',
      `修了日 ${read.date} が未来の日付です。`,
      `The completion date ${read.date} is in the future.`,
    );
  return 'date' in read ? read.date : '';
}

/** Also a bare number of days, as a workbook shows a date whose format was lost: 46143 is 2026-05-01. Only days from 2000 on. */
function readDay(text: string): ReadDate {
  const read = readDate(text);
  if ('date' in read) return read;
  const [, serial] = /^(\d{5})(?:\.\d+)?$/.exec(text.normalize('NFKC')) ?? [];
  if (serial === undefined || Number(serial) < 36_526) return read;
  return { date: new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 10) };
}
