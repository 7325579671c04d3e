import type { SessionRecord } from '#database';
import type { Completion } from '#survey-model';
import type { ComingSession, PastSession } from '#training-plan';

/** What sessions and completions say of a programme's pace. */
export interface SessionHistory {
  readonly past: readonly PastSession[];
  readonly coming: readonly ComingSession[];
  readonly seatsAMonth: number;
  /** Counted completions without a session, of each of the last whole months of the plan, twelve at most. */
  readonly elsewhere: readonly number[];
}

const MONTHS_BACK = 12;

/**
 * Sessions of one programme before and after a day. A session that is settled brought those completions whose person and day count; one
 * that is not settled is still to come, even where its day has passed. Seats go on as in the last twelve months.
 * @param counted the programme's counted completions
 * @param planBegan first day of the plan: before it nothing could count
 */
export function sessionHistory(
  sessions: readonly SessionRecord[],
  counted: readonly Completion[],
  { today, planBegan }: { readonly today: string; readonly planBegan: string },
): SessionHistory {
  const countedNames = new Set(counted.map(nameOf));
  const bySession = new Set<string>();
  const past = sessions
    .filter(({ closed, heldOn }) => closed && heldOn <= today)
    .map(({ capacity, seated, completions }) => {
      const own = completions.map(nameOf).filter((name) => countedNames.has(name));
      for (const name of own) bySession.add(name);
      return { capacity, seated: Math.min(seated, capacity), completed: own.length };
    });
  const coming = sessions
    .filter(({ closed }) => !closed)
    .map(({ heldOn, capacity, seated, applyUntil }) => ({
      ...{ date: heldOn, capacity, seated: Math.min(seated, capacity) },
      open: applyUntil >= today && heldOn >= today,
    }));
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const seats = sessions.filter(({ heldOn }) => heldOn > yearAgo && heldOn <= today);
  const elsewhere = counted.filter((completion) => !bySession.has(nameOf(completion)));
  return {
    past,
    coming,
    seatsAMonth: seats.reduce((sum, { capacity }) => sum + capacity, 0) / MONTHS_BACK,
    elsewhere: byMonth(elsewhere, wholeMonthsBefore(today, planBegan)),
  };
}

function nameOf({ staffNumber, completedOn }: Pick<Completion, 'staffNumber' | 'completedOn'>): string {
  return `${completedOn} ${staffNumber}`;
}

/** "YYYY-MM" of the months before the present one and not before the plan, oldest first. */
function wholeMonthsBefore(today: string, planBegan: string): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: MONTHS_BACK }, (_, index) =>
    new Date(Date.UTC(year, month - 1 - MONTHS_BACK + index, 1)).toISOString().slice(0, 7),
  ).filter((each) => each >= planBegan.slice(0, 7));
}

function byMonth(completions: readonly Completion[], months: readonly string[]): number[] {
  const counts = new Map(months.map((month) => [month, 0]));
  for (const { completedOn } of completions) {
    const month = completedOn.slice(0, 7);
    const known = counts.get(month);
    if (known !== undefined) counts.set(month, known + 1);
  }
  return [...counts.values()];
}
