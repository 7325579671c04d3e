import type { ServicePeriod } from '#training-plan';

const DAY = 86_400_000;
const DAYS_A_YEAR = 365.25;
/** Leavers of longer ago say little of those to come. */
const YEARS_BACK = 5;

export interface ServiceExposure {
  readonly personYears: number;
  readonly leavers: number;
}

/** One person's service: `knownFrom` is the first day of it that the roster's history shows. */
export interface KnownService {
  readonly knownFrom: string | null;
  readonly periods: readonly ServicePeriod[];
}

/**
 * How long people served, together, over the last five years up to a day, and how many left in that time. Only from the first day that
 * the roster's history knows: of what was before, those who left are not on record.
 * @param since first day of the history; null where there is none, and so nothing to go by
 * @returns person-years to 1 decimal, so that the figure shown is the one computed with
 */
export function serviceExposure(
  services: readonly KnownService[],
  { since, asOf }: { readonly since: string | null; readonly asOf: string },
): ServiceExposure {
  if (since === null) return { personYears: 0, leavers: 0 };
  const earliest = `${Number(asOf.slice(0, 4)) - YEARS_BACK}${asOf.slice(4)}`;
  const start = since > earliest ? since : earliest;
  let [days, leavers] = [0, 0];
  for (const { knownFrom, periods } of services)
    for (const { from, until } of periods) {
      const first = latest(start, from ?? knownFrom ?? start);
      const end = until === null || until > asOf ? asOf : until;
      if (end >= first) days += (Date.parse(end) - Date.parse(first)) / DAY + 1;
      if (until !== null && until >= start && until < asOf) leavers += 1;
    }
  return { personYears: Math.round((days / DAYS_A_YEAR) * 10) / 10, leavers };
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}
