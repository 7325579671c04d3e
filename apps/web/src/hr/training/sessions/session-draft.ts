import { addDays, dateInJapan } from '#survey-model';
import type { TrainingSession, TrainingSessionDraft } from '../../../api-client/courses.js';
import { timeInJapan } from '../../../training/session-time.js';

/** A session as the form has it: day and hours in Japan. */
export interface SessionForm {
  readonly courseKey: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  /** Days from the first to the last; 0 for almost every session. */
  readonly days: number;
  readonly room: string;
  readonly capacity: string;
  readonly applyUntil: string;
  readonly note: string;
}

const DAY_MS = 86_400_000;
/** Applications close a week before, unless HR says otherwise. */
const APPLY_DAYS_BEFORE = 7;

export const newSession = (courseKey: string): SessionForm => ({
  courseKey,
  date: '',
  start: '13:30',
  end: '16:30',
  days: 0,
  room: '',
  capacity: '30',
  applyUntil: '',
  note: '',
});

export function formOf(session: TrainingSession): SessionForm {
  const [date, last] = [dateInJapan(new Date(session.startsAt)), dateInJapan(new Date(session.endsAt))];
  return {
    courseKey: session.courseKey,
    date,
    start: timeInJapan(session.startsAt),
    end: timeInJapan(session.endsAt),
    days: Math.round((Date.parse(last) - Date.parse(date)) / DAY_MS),
    room: session.room,
    capacity: String(session.capacity),
    applyUntil: session.applyUntil,
    note: session.note,
  };
}

/** The day changed: applications close a week before it, unless the form says otherwise already. */
export function withDate(form: SessionForm, date: string): SessionForm {
  const suggested = form.date !== '' && form.applyUntil === addDays(form.date, -APPLY_DAYS_BEFORE);
  const applyUntil =
    date !== '' && (form.applyUntil === '' || suggested) ? addDays(date, -APPLY_DAYS_BEFORE) : form.applyUntil;
  return { ...form, date, applyUntil };
}

export type SessionFault = 'end' | 'applyUntil';

/** What the form itself can tell to be wrong. The room and the rest are the server's to judge. */
export function faultsOf({ date, start, end, days, applyUntil }: SessionForm): ReadonlySet<SessionFault> {
  const faults = new Set<SessionFault>();
  if (days === 0 && start !== '' && end !== '' && end <= start) faults.add('end');
  if (date !== '' && applyUntil > date) faults.add('applyUntil');
  return faults;
}

export function draftOf(form: SessionForm): TrainingSessionDraft {
  const { courseKey, date, start, end, days, room, capacity, applyUntil, note } = form;
  return {
    courseKey,
    startsAt: `${date}T${start}:00+09:00`,
    endsAt: `${addDays(date, days)}T${end}:00+09:00`,
    room: room.trim(),
    capacity: Number(capacity),
    applyUntil,
    note: note.trim(),
  };
}
