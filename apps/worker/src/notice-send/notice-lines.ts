import type { NoticeSeat } from '#database';
import { dateInJapan, japaneseDate } from '#survey-model';

const CLOCK_TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });
const WEEKDAY = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', weekday: 'short' });

/** Text from people on one line: no character of it can end a header or begin a line of ours. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}

/** Text from people over several lines, without other control characters. */
export function ownLines(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.replaceAll(/[^\P{Cc}\t]/gu, '').trimEnd());
  return lines.join('\n').trim();
}

/** 令和8年11月25日(水) 13:30〜16:30 in Japan; with both days where it ends on another one. */
export function sessionTime(startsAt: Date, endsAt: Date): string {
  const sameDay = dateInJapan(startsAt) === dateInJapan(endsAt);
  const end = CLOCK_TIME.format(endsAt);
  return `${day(startsAt)} ${CLOCK_TIME.format(startsAt)}〜${sameDay ? end : `${day(endsAt)} ${end}`}`;
}

function day(instant: Date): string {
  return `${japaneseDate(dateInJapan(instant))}(${WEEKDAY.format(instant)})`;
}

/** What, when and where, and HR's note on the session. */
export function sessionLines({ courseName, startsAt, endsAt, room, note }: NoticeSeat): string {
  const lines = [`  講座: ${oneLine(courseName)}`, `  日時: ${sessionTime(startsAt, endsAt)}`];
  if (room.trim()) lines.push(`  会場: ${oneLine(room)}`);
  if (note.trim()) lines.push(`  備考: ${ownLines(note).replaceAll('\n', '\n        ')}`);
  return lines.join('\n');
}
