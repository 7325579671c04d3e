import { dateInJapan, japaneseDate } from '#survey-model';

/** 令和8年10月15日 13:30〜15:00, with both days when they differ. */
export function sessionTime({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): string {
  const [first, last] = [dateInJapan(startsAt), dateInJapan(endsAt)];
  const end = first === last ? clock(endsAt) : `${japaneseDate(last)} ${clock(endsAt)}`;
  return `${japaneseDate(first)} ${clock(startsAt)}〜${end}`;
}

function clock(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' }).format(
    instant,
  );
}
