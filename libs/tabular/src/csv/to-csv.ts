import iconv from 'iconv-lite';
import { DomainError } from '#survey-model';
import { escapedFormula } from '../escaped-formula.js';

export type CsvCell = string | number | boolean | null | undefined;

export interface ToCsvOptions {
  /** Byte order mark, by which Excel knows UTF-8. Default true; CP932 has none. */
  readonly bom?: boolean;
  readonly encoding?: 'utf-8' | 'cp932';
}

/** Characters that Unicode and CP932 tables of different makers map differently; the right-hand ones are those CP932 has. */
const CP932_TWIN: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e',
  '\u2212': '\uff0d',
  '\u2016': '\u2225',
  '\u2014': '\u2015',
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
  '\u00ac': '\uffe2',
};

/**
 * A CSV file for download: CRLF lines, quoted where needed, and safe against formula injection: text that a spreadsheet program
 * would run as a formula gets an apostrophe in front, which `openTable` takes off again.
 * @throws DomainError in CP932 on a character that CP932 does not have, rather than write "?" for it.
 */
export function toCsv(
  rows: Iterable<readonly CsvCell[]>,
  { bom = true, encoding = 'utf-8' }: ToCsvOptions = {},
): Buffer {
  const parts: Buffer[] = [];
  if (encoding === 'utf-8' && bom) parts.push(Buffer.from('\ufeff', 'utf-8'));
  let line = 0;
  for (const row of rows) {
    line += 1;
    const text = `${row.map(cellText).join(',')}\r\n`;
    parts.push(encoding === 'utf-8' ? Buffer.from(text, 'utf-8') : encodeCp932(text, line));
  }
  return Buffer.concat(parts);
}

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'string' ? escapedFormula.escape(cell) : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function encodeCp932(text: string, line: number): Buffer {
  const twinned = text.replace(
    /[\u301c\u2212\u2016\u2014\u00a2\u00a3\u00ac]/g,
    (character) => CP932_TWIN[character] ?? character,
  );
  const encoded = iconv.encode(twinned, 'cp932');
  if (iconv.decode(encoded, 'cp932') === twinned) return encoded;
  const missing =
    [...twinned].find((character) => iconv.decode(iconv.encode(character, 'cp932'), 'cp932') !== character) ?? '';
  throw new DomainError(
    'invalid',
    'not-in-cp932',
    `${line} 行目の文字「${missing}」は Shift_JIS(CP932)で書けません。UTF-8 を選んでください。`,
    `The character "${missing}" on line ${line} does not exist in CP932 (Shift_JIS). Choose UTF-8.`,
    { line },
  );
}
