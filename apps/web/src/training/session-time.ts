import { japaneseDate, dateInJapan } from '#survey-model';
import type { Language } from '../language/language.js';

const EN_DASH = '–';

/** The time of day in Japan, "13:30". */
export function timeInJapan(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tokyo' }).format(
    new Date(instant),
  );
}

/** 令和8年11月25日(水), Wed 25 November 2026; of a day "YYYY-MM-DD". Anything else is shown as it is. */
export function weekdayDate(date: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const day = new Date(`${date}T00:00:00Z`);
  if (language === 'en')
    return new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(day);
  const weekday = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' }).format(day);
  return `${japaneseDate(date)}(${weekday})`;
}

/**
 * 令和8年11月25日(水) 13:30〜16:30: when a session is, in Japan. A session over several days names both days.
 * Instants (ISO 8601) that cannot be read are shown as they are.
 */
export function sessionTime(startsAt: string, endsAt: string, language: Language): string {
  if (Number.isNaN(Date.parse(startsAt)) || Number.isNaN(Date.parse(endsAt))) return `${startsAt} ${endsAt}`;
  const [from, until] = [dateInJapan(new Date(startsAt)), dateInJapan(new Date(endsAt))];
  const dash = language === 'ja' ? '〜' : EN_DASH;
  const first = `${weekdayDate(from, language)} ${timeInJapan(startsAt)}`;
  if (from === until) return `${first}${dash}${timeInJapan(endsAt)}`;
  return `${first} ${dash} ${weekdayDate(until, language)} ${timeInJapan(endsAt)}`;
}
