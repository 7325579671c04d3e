/**
 * Fiscal years of Japanese public bodies: 1 April to 31 March, stored as the western year in which they start, shown as 令和N年度.
 */

/** The fiscal year of a calendar date "YYYY-MM-DD". @throws RangeError when the text is not such a date. */
export function fiscalYearOf(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match || Number.isNaN(Date.parse(`${date}T00:00:00Z`)))
    throw new RangeError(`fiscalYearOf: not a date: ${date}`);
  const [year, month] = [Number(match[1]), Number(match[2])];
  return month >= 4 ? year : year - 1;
}

/** First and last day of a fiscal year, both "YYYY-MM-DD". */
export function fiscalYearRange(fiscalYear: number): { readonly first: string; readonly last: string } {
  return { first: `${fiscalYear}-04-01`, last: `${fiscalYear + 1}-03-31` };
}

/** 令和8年度 for 2026, 令和元年度 for 2019, 平成30年度 for 2018. Years before 1989 are shown as 西暦. */
export function fiscalYearLabel(fiscalYear: number): string {
  return `${eraYear(fiscalYear)}年度`;
}

/** R8 for 2026: the short form of plan tables. */
export function fiscalYearShort(fiscalYear: number): string {
  return fiscalYear >= 2019
    ? `R${fiscalYear - 2018}`
    : fiscalYear >= 1989
      ? `H${fiscalYear - 1988}`
      : String(fiscalYear);
}

/** 令和6年5月24日 for "2024-05-24". @throws RangeError when the text is not a date. */
export function japaneseDate(date: string): string {
  const parsed = new Date(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(parsed.getTime())) {
    throw new RangeError(`japaneseDate: not a date: ${date}`);
  }
  return new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' }).format(parsed);
}

let formatInJapan: Intl.DateTimeFormat | undefined;

/** The calendar date in Japan at an instant, "YYYY-MM-DD". */
export function dateInJapan(instant: Date): string {
  // Made once: making it takes half a millisecond, and every request of somebody signed in asks for a date.
  formatInJapan ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
  return formatInJapan.format(instant);
}

/** The last instant of a day in Japan (exclusive end): the moment the next day begins there. */
export function endOfDayInJapan(date: string): Date {
  const start = Date.parse(`${date}T00:00:00+09:00`);
  if (Number.isNaN(start)) throw new RangeError(`endOfDayInJapan: not a date: ${date}`);
  return new Date(start + 86_400_000);
}

function eraYear(year: number): string {
  if (year >= 2019) return year === 2019 ? '令和元' : `令和${year - 2018}`;
  if (year >= 1989) return year === 1989 ? '平成元' : `平成${year - 1988}`;
  return `${year}`;
}

/** @param date "YYYY-MM-DD" @returns the day so many days later, in the same form */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
