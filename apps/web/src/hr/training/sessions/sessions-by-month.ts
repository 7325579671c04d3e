import { dateInJapan } from '#survey-model';
import type { TrainingSession } from '../../../api-client/courses.js';

export interface MonthOfSessions {
  /** "2026-11", of Japan. */
  readonly month: string;
  readonly sessions: readonly TrainingSession[];
}

/** Sessions under their months, both in the order they come in. */
export function sessionsByMonth(sessions: readonly TrainingSession[]): MonthOfSessions[] {
  const months = new Map<string, TrainingSession[]>();
  for (const session of sessions) {
    const month = dateInJapan(new Date(session.startsAt)).slice(0, 'YYYY-MM'.length);
    months.set(month, [...(months.get(month) ?? []), session]);
  }
  return [...months].map(([month, own]) => ({ month, sessions: own }));
}
