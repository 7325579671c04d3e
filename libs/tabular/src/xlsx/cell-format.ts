import { walkXml } from './xml-events.js';

/** What a cell's number format makes of a number: a date, or digits filled up to a width (staff numbers such as 000123). */
export type CellFormat = { readonly kind: 'date' } | { readonly kind: 'digits'; readonly width: number } | null;

/** Built-in formats that are dates or times (ECMA-376 part 1, 18.8.30, with the Japanese ones 27 to 36 and 50 to 58). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The format of every cell style, by the index that a cell's `s` attribute gives. */
export function cellFormatsOf(stylesXml: string): CellFormat[] {
  const codes = new Map<number, string>();
  const styles: CellFormat[] = [];
  let inCellFormats = false;
  walkXml(stylesXml, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) styles.push(formatOf(Number(attributes['numFmtId'] ?? 0), codes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = codes.get(id);
  if (code === undefined) return isBuiltInDate(id) ? { kind: 'date' } : null;
  if (/^0+$/.test(code)) return { kind: 'digits', width: code.length };
  // Quoted text, escaped characters and [conditions] may hold any letter; what remains has y, m, d, h or s in dates only.
  const bare = code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]|General/gi, '');
  return /[ymdhs]/i.test(bare) ? { kind: 'date' } : null;
}

/**
 * Text of a number cell. Numbers lose the noise of binary fractions (15 significant digits, as Excel shows them); dates become
 * YYYY-MM-DD, with the time of day added where there is one; a time alone is HH:MM:SS.
 */
export function numberText(raw: string, format: CellFormat, date1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format?.kind === 'date' && value >= 0) return dateText(value, date1904);
  const plain = String(Number(value.toPrecision(15)));
  return format?.kind === 'digits' && /^\d+$/.test(plain) ? plain.padStart(format.width, '0') : plain;
}

/** Excel's day 60 is a 29 February 1900 that never was, so that days before it stand one later than the calendar. */
function dateText(serial: number, date1904: boolean): string {
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const calendarDay = date1904 ? day + 1462 : day < 60 ? day + 1 : day;
  const moment = new Date(Date.UTC(1899, 11, 30) + calendarDay * 86_400_000 + (seconds % 86_400) * 1000);
  if (Number.isNaN(moment.getTime())) return String(serial);
  const [date = '', time = ''] = moment.toISOString().split('T');
  const clock = time.slice(0, 8);
  if (day === 0 && !date1904) return clock;
  return clock === '00:00:00' ? date : `${date} ${clock}`;
}
