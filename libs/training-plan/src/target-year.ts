import { fiscalYearOf, type Programme } from '#survey-model';

/**
 * The fiscal year whose targets matter on a day: its own where the plan has it, else the nearest one of the plan (its first year before
 * the plan begins, its last year after the end).
 * @throws RangeError when the plan has no year, or the day is not "YYYY-MM-DD".
 */
export function targetYearOn(programme: Programme, day: string): number {
  const years = programme.years.map(({ fiscalYear }) => fiscalYear).sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined)
    throw new RangeError(`targetYearOn: programme ${programme.key} has no years`);
  return years.findLast((year) => year <= Math.min(Math.max(fiscalYearOf(day), first), last)) ?? first;
}
