import type { ServiceRecord } from '#database';
import { addDays } from '#survey-model';
import type { ServicePeriod } from '#training-plan';

/**
 * When one person served and was eligible, from the roster's history. Somebody who serves but is not eligible now was so until the roster
 * last said something else of them; where it never did, they never were. The day of leaving is the first on which they serve no more.
 * @param eligible whether the programme is for them, by what the roster says now or said last
 */
export function servicePeriods(
  { events, leftOn, changedOn }: Pick<ServiceRecord, 'events' | 'leftOn' | 'changedOn'>,
  eligible: boolean,
): ServicePeriod[] {
  const periods: ServicePeriod[] = [];
  let from: string | null = null;
  let serving = true;
  for (const { kind, day } of events) {
    if (kind === 'left' && serving) periods.push({ from, until: addDays(day, -1) });
    else if (kind === 'returned' && !serving) from = day;
    serving = kind === 'returned';
  }
  const transferredOn = eligible ? null : changedOn;
  if (!serving || (leftOn === null && !eligible && transferredOn === null)) return periods.filter(isStretch);
  const end = leftOn ?? transferredOn;
  return [...periods, { from, until: end === null ? null : addDays(end, -1) }].filter(isStretch);
}

/** Came and went on one day: no stretch at all. */
function isStretch({ from, until }: ServicePeriod): boolean {
  return from === null || until === null || from <= until;
}
