import type { BurnUpMonth, Completion, Programme } from '#survey-model';
import { countCompletions } from './count-completions.js';

/** A stretch of days in which somebody was eligible: in service and not transferred out. Both days "YYYY-MM-DD" and included. */
export interface ServicePeriod {
  /** null: since before anything that matters. */
  readonly from: string | null;
  /** null: still. */
  readonly until: string | null;
}

export interface BurnUpInput {
  readonly programme: Programme;
  /** Completions of any programme; those of others are ignored. */
  readonly completions: readonly Completion[];
  /** Staff number -> periods, in any order; whoever comes back has another one. Who is not in it has never been eligible. */
  readonly service: ReadonlyMap<string, readonly ServicePeriod[]>;
  readonly today: string;
}

/**
 * Cumulative plan against actual at the end of each month of the plan's fiscal years (burn-up).
 *
 * planned: targets of the years before, and a twelfth of the year's own for each of its months so far. actual: counted completions
 * until the end of the month, null for months after the present one. active: people counted by then who were in service on the last day
 * of the month, or today; returners count again. Of once-a-fiscal-year programmes `actual` counts people once a year (延べ) and `active`
 * counts them once.
 * @throws RangeError when a completion's day is no date.
 */
export function burnUp({ programme, completions, service, today }: BurnUpInput): BurnUpMonth[] {
  const { byYear } = countCompletions(programme, completions);
  const counted = [...byYear.values()].flat();
  const firstDays = firstDayOfEach(counted);
  const perMonth = tally(counted.map(({ completedOn }) => completedOn.slice(0, 7)));
  let actual = 0;
  return plannedMonths(programme).map(({ month, planned }) => {
    actual += perMonth.get(month) ?? 0;
    if (month > today.slice(0, 7)) return { month, planned, actual: null, active: null };
    const end = month === today.slice(0, 7) ? today : lastDayOf(month);
    return { month, planned, actual, active: activeOn(end, firstDays, service) };
  });
}

function plannedMonths({ years }: Programme): { month: string; planned: number }[] {
  let before = 0;
  return [...years]
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
    .flatMap(({ fiscalYear, target }) => {
      const start = before;
      before += target;
      return Array.from({ length: 12 }, (_, index) => ({
        month: monthOf(fiscalYear, index),
        // One division of whole numbers, so that every twelfth is the nearest double.
        planned: (12 * start + target * (index + 1)) / 12,
      }));
    });
}

/** @param index 0 is April */
function monthOf(fiscalYear: number, index: number): string {
  const year = index < 9 ? fiscalYear : fiscalYear + 1;
  return `${year}-${String(((index + 3) % 12) + 1).padStart(2, '0')}`;
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function firstDayOfEach(counted: readonly Completion[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { staffNumber, completedOn } of counted) {
    const known = first.get(staffNumber);
    if (known === undefined || completedOn < known) first.set(staffNumber, completedOn);
  }
  return first;
}

function activeOn(
  day: string,
  firstDays: ReadonlyMap<string, string>,
  service: ReadonlyMap<string, readonly ServicePeriod[]>,
): number {
  let active = 0;
  for (const [staffNumber, completedOn] of firstDays)
    if (completedOn <= day && service.get(staffNumber)?.some((period) => isIn(period, day))) active += 1;
  return active;
}

function isIn({ from, until }: ServicePeriod, day: string): boolean {
  return (from === null || from <= day) && (until === null || until >= day);
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
