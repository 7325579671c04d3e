import type { AttendanceEntry } from '#contract';
import type { AttendanceRow } from '#database';
import { DomainError } from '#survey-model';

/** The sheet with what was entered. @throws DomainError "enrolment-not-seated" when an entry is of nobody with a seat */
export function fillIn(rows: readonly AttendanceRow[], entries: readonly AttendanceEntry[]): AttendanceRow[] {
  const entered = new Map(entries.map((entry) => [entry.enrolmentId, entry]));
  const seated = new Set(rows.map(({ id }) => id));
  const foreign = entries.find(({ enrolmentId }) => !seated.has(enrolmentId));
  if (foreign) throw notSeated(foreign.enrolmentId);
  return rows.map((row) => {
    const entry = entered.get(row.id);
    if (!entry) return row;
    const attendance = entry.attendance ?? null;
    return { ...row, attendance, mark: attendance === 'absent' ? null : (entry.mark ?? null) };
  });
}

/**
 * Who has completed the course: whoever attended and, where it has a pass mark, reached it.
 * @throws DomainError "attendance-missing", "marks-missing", naming the people
 */
export function settle(rows: readonly AttendanceRow[], passMark: number | null): AttendanceRow[] {
  const unknown = rows.filter(({ attendance }) => attendance === null);
  if (unknown.length > 0) throw missing('attendance-missing', '出欠', 'an attendance', unknown);
  const unmarked = rows.filter(({ attendance, mark }) => attendance === 'attended' && mark === null);
  if (passMark !== null && unmarked.length > 0) throw missing('marks-missing', '点数', 'a mark', unmarked);
  return rows.map((row) => ({
    ...row,
    completed: row.attendance === 'attended' && (passMark === null || (row.mark ?? -1) >= passMark),
  }));
}

/** So many names stand in the message itself. */
const NAMED = 5;

function missing(code: string, what: string, whatEn: string, rows: readonly AttendanceRow[]): DomainError {
  const names = rows.slice(0, NAMED).map(({ name }) => name);
  const others = rows.length > NAMED ? `ほか${rows.length - NAMED}人` : '';
  return new DomainError(
    'invalid',
    code,
    `${what}が入っていない人がいます: ${names.join('、')}${others && `、${others}`}。入力してから確定してください。`,
    `${rows.length} people lack ${whatEn}: ${names.join(', ')}. Enter it before closing.`,
    {},
    rows.map(({ staffNumber, name }, index) => ({
      line: index + 1,
      column: what,
      ja: `${name}(${staffNumber})の${what}がありません。`,
      en: `${name} (${staffNumber}) lacks ${whatEn}.`,
    })),
  );
}

function notSeated(enrolmentId: string): DomainError {
  return new DomainError(
    'invalid',
    'enrolment-not-seated',
    'この開催回に席のない人の出欠が入っています。画面を読み込み直してから入力してください。',
    `The enrolment ${enrolmentId} has no seat in this session. Reload the page.`,
    { field: 'entries' },
  );
}
