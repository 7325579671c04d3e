import { japaneseDate } from '#survey-model';
import type { Language } from './language.js';

/** A calendar date "YYYY-MM-DD" in the reader's way; anything else is shown as it is. */
export function formatDate(date: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  if (language === 'ja') return japaneseDate(date);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** An instant (ISO 8601) as day and minute in Japan. */
export function formatInstant(instant: string, language: Language): string {
  const parsed = new Date(instant);
  if (Number.isNaN(parsed.getTime())) return instant;
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' } as const;
  return new Intl.DateTimeFormat(locale, options).format(parsed);
}

export const formatCount = (count: number): string => count.toLocaleString('ja-JP');
