const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:[.,](\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d|[+-]\d{2})$/i;

/**
 * An instant as xAPI writes it: ISO 8601, to the minute at least, with its offset. "-00:00" says that the offset is unknown and is refused
 * (xAPI 1.0.3 part 2, 4.5).
 * @returns null where it is none
 */
export function readTimestamp(text: unknown): Date | null {
  const [match, year, month, day, hour, minute, second = '00', fraction = '', offset = ''] =
    (typeof text === 'string' ? PATTERN.exec(text) : null) ?? [];
  if (match === undefined || /^-0?0:?0?0$/.test(offset)) return null;
  const date = `${year}-${month}-${day}`;
  if (Number(year) < 1900 || !isCalendarDay(date)) return null;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const wall = Date.parse(`${date}T${hour}:${minute}:${second === '60' ? '59' : second}.${milliseconds}Z`);
  return new Date(wall - offsetMinutes(offset) * 60_000);
}

function isCalendarDay(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
}

function offsetMinutes(offset: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  if (hours === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
