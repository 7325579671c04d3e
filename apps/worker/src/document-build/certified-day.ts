import { fiscalYearOf, type CountingRule } from '#survey-model';

/**
 * The day that a certificate is for, of all days on which somebody completed the same: the first, because the later ones count for
 * nothing; of a programme that counts once a fiscal year, the first of the latest year, because each year counts anew.
 * @param days "YYYY-MM-DD", ascending
 * @throws RangeError when there is none
 */
export function certifiedDay(days: readonly string[], counting: CountingRule | null): string {
  const last = days.at(-1);
  const counted = counting === 'once-a-fiscal-year' && last !== undefined ? fiscalYearOf(last) : null;
  const day = days.find((each) => counted === null || fiscalYearOf(each) === counted);
  if (day === undefined) throw new RangeError('certifiedDay: no day');
  return day;
}
