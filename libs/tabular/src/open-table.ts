import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '#survey-model';
import { csvRecords } from './csv/csv-records.js';
import { detectEncoding } from './csv/detect-encoding.js';
import { detectFileKind } from './detect-file-kind.js';
import { escapedFormula } from './escaped-formula.js';
import { headersOf } from './headers.js';
import type { CollectedTable, OpenTableOptions, ReadTableOptions, Table, TableRow } from './table.js';
import { openWorkbook } from './xlsx/open-workbook.js';

interface RecordSource {
  readonly encoding: Table['encoding'];
  records(): AsyncIterable<TableRow>;
}

/**
 * Opens a spreadsheet: CSV or TSV in UTF-8 or CP932 (Shift_JIS), or xlsx. The kind is told from the content, not from the extension;
 * a tab separates the cells where the name ends in .tsv, or where the header line has tabs and no comma.
 * @param source path of a file, or its bytes.
 * @throws DomainError naming the file and the place: empty file, no header, duplicate header, old or encrypted workbook, bytes of no
 * known encoding, an unclosed quotation mark. Some of these can only be found, and are thrown, while the rows are read.
 */
export async function openTable(source: string | Buffer, options: OpenTableOptions = {}): Promise<Table> {
  const fileName = options.fileName ?? (typeof source === 'string' ? basename(source) : undefined);
  const place = fileName === undefined ? {} : { file: fileName };
  const opened = await openRecords(source, options, fileName);
  const first = await firstRecord(opened.records());
  if (!first) {
    throw new DomainError(
      'invalid',
      'empty-file',
      'ファイルに見出し行がありません。',
      'The file has no header line.',
      place,
    );
  }
  const headers = headersOf(first, fileName);
  const rows = { [Symbol.asyncIterator]: () => rowsUnder(first.line, headers.length, opened.records()) };
  return {
    ...(fileName === undefined ? {} : { fileName }),
    headerLine: first.line,
    headers,
    encoding: opened.encoding,
    rows,
  };
}

/** Opens a spreadsheet and collects its rows, all of them or the first `limit`. @throws DomainError as openTable. */
export async function readTable(source: string | Buffer, options: ReadTableOptions = {}): Promise<CollectedTable> {
  const table = await openTable(source, options);
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const rows: TableRow[] = [];
  let truncated = false;
  for await (const row of table.rows) {
    truncated = rows.length >= limit;
    if (truncated) break;
    rows.push(row);
  }
  return { ...table, rows, truncated };
}

async function openRecords(
  source: string | Buffer,
  options: OpenTableOptions,
  fileName?: string,
): Promise<RecordSource> {
  const kind = await detectFileKind(source, fileName);
  if (kind === 'xlsx') {
    const bytes = typeof source === 'string' ? await readFile(source) : source;
    const workbook = openWorkbook(bytes, options.sheet, fileName);
    return { encoding: 'xlsx', records: () => workbook };
  }
  const asked = options.encoding ?? 'auto';
  const encoding = await detectEncoding(source, asked, fileName);
  return { encoding, records: () => csvRecords(source, encoding, fileName) };
}

async function firstRecord(records: AsyncIterable<TableRow>): Promise<TableRow | undefined> {
  for await (const { line, cells } of records) {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== '')) return { line, cells: trimmed };
  }
  return undefined;
}

async function* rowsUnder(
  headerLine: number,
  width: number,
  records: AsyncIterable<TableRow>,
): AsyncGenerator<TableRow> {
  for await (const { line, cells } of records) {
    if (line <= headerLine) continue;
    const row = cells.map((cell) => escapedFormula.unescape(cell.trim()));
    while (row.length > width && row.at(-1) === '') row.pop();
    if (row.every((cell) => cell === '')) continue;
    while (row.length < width) row.push('');
    yield { line, cells: row };
  }
}
