import { fiscalYearShort } from '#survey-model';
import type { Language } from '../../language/language.js';

/** "2026-11" as 令和8年11月 or November 2026; anything else as it is. */
export function monthText(month: string, language: Language): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return month;
  const locale = language === 'ja' ? 'ja-JP-u-ca-japanese' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(day);
}

/** "2026-11" as R8.11, for axes. */
export function monthShort(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${fiscalYearShort(Number(year))}.${Number(number)}`;
}
