import type { AttendanceEntry, Enrolment } from '../../../api-client/courses.js';

/** Attendance as it is entered: the mark as typed. */
export interface Entered {
  readonly attendance: AttendanceEntry['attendance'];
  readonly mark: string;
}

export type Entries = Readonly<Record<string, Entered>>;

const NOTHING: Entered = { attendance: null, mark: '' };
const HIGHEST_MARK = 100;

export const entriesOf = (seated: readonly Enrolment[]): Entries =>
  Object.fromEntries(
    seated.map(({ id, attendance, mark }) => [id, { attendance, mark: mark === null ? '' : String(mark) }]),
  );

export const enteredOf = (entries: Entries, id: string): Entered => entries[id] ?? NOTHING;

/** Everybody attended, or only those of whom nothing has been said yet. */
export function allAttended(entries: Entries, seated: readonly Enrolment[], onlyMissing: boolean): Entries {
  const next = seated.map(({ id }) => {
    const entered = enteredOf(entries, id);
    const keep = onlyMissing && entered.attendance !== null;
    return [id, keep ? entered : { ...entered, attendance: 'attended' as const }];
  });
  return { ...entries, ...Object.fromEntries(next) };
}

export const isMark = (text: string): boolean =>
  text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= HIGHEST_MARK);

/** How many attended, were absent, are not entered yet, have a mark that is none, and attended without any mark. */
export function countEntries(entries: Entries, seated: readonly Enrolment[]) {
  const own = seated.map(({ id }) => enteredOf(entries, id));
  const having = (attendance: Entered['attendance']): number =>
    own.filter((each) => each.attendance === attendance).length;
  return {
    attended: having('attended'),
    absent: having('absent'),
    missing: having(null),
    wrong: own.filter(({ mark }) => !isMark(mark)).length,
    unmarked: own.filter(({ attendance, mark }) => attendance === 'attended' && mark === '').length,
  };
}

/** What is sent. Who was absent has no mark. */
export const bodyOf = (entries: Entries, seated: readonly Enrolment[]): AttendanceEntry[] =>
  seated.map(({ id }) => {
    const { attendance, mark } = enteredOf(entries, id);
    return { enrolmentId: id, attendance, mark: mark === '' || attendance === 'absent' ? null : Number(mark) };
  });
