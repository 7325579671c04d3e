/** Year before the first year of each era (元号). */
const ERA_BASE: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  M: 1867,
  T: 1911,
  S: 1925,
  H: 1988,
  R: 2018,
};

const WESTERN = [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/, /^(\d{4})(\d{2})(\d{2})$/];
const JAPANESE = [
  /^(明治|大正|昭和|平成|令和|[MTSHR])\.?(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/,
  /^([MTSHR])(\d{2})(\d{2})(\d{2})$/,
];

/** impossible: written like a date, but the calendar has no such day. */
export type ReadDate = { readonly date: string } | { readonly problem: 'format' | 'impossible' };

/**
 * Reads a date as roster files write it: 2024-04-01, 2024/4/1, 2024.4.1, 20240401, 2024年4月1日, 令和6年4月1日, R6.4.1, S55.1.2, H元年4月1日,
 * S550102; in full width too; a midnight or a weekday behind it is dropped. Years beyond the end of an era are counted on (平成32年 is 2020),
 * as forms printed before the change of era do.
 * @returns the date as "YYYY-MM-DD".
 */
export function readDate(text: string): ReadDate {
  const plain = text
    .normalize('NFKC')
    .replace(/[T\s]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, '')
    .replace(/\([日月火水木金土]\)$/, '')
    .replace(/\s/g, '')
    .replace(/[‐‑–—−ー]/g, '-')
    .toUpperCase();
  for (const pattern of WESTERN) {
    const [, year, month, day] = pattern.exec(plain) ?? [];
    if (year !== undefined) return calendarDate(Number(year), Number(month), Number(day));
  }
  for (const pattern of JAPANESE) {
    const [, era, year, month, day] = pattern.exec(plain) ?? [];
    const base = era === undefined ? undefined : ERA_BASE[era];
    if (base === undefined) continue;
    const yearOfEra = year === '元' ? 1 : Number(year);
    return yearOfEra < 1 ? { problem: 'impossible' } : calendarDate(base + yearOfEra, Number(month), Number(day));
  }
  return { problem: 'format' };
}

function calendarDate(year: number, month: number, day: number): ReadDate {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00Z`);
  const real = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
  return real && year >= 1868 ? { date } : { problem: 'impossible' };
}
