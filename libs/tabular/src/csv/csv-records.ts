import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { DomainError } from '#survey-model';
import type { TableRow } from '../table.js';
import { byteChunks } from './byte-chunks.js';

/** Longest record taken, in characters: past it a quotation mark was left open and has swallowed the rest of the file. */
const MAX_RECORD = 1_000_000;

interface ParsedRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/**
 * Records of a CSV or TSV file with the line each begins on, header and blank lines included, cells untrimmed.
 * @throws DomainError with the line of a quotation mark that is never closed.
 */
export async function* csvRecords(
  source: string | Buffer,
  encoding: 'utf-8' | 'cp932',
  fileName?: string,
): AsyncGenerator<TableRow> {
  const text = normalisedText(source, encoding);
  const head = await text.next();
  if (head.done) return;
  let parsed = 0;
  const parser = parse({
    delimiter: delimiterOf(head.value, fileName ?? (typeof source === 'string' ? source : '')),
    info: true,
    on_record: (record: string[], { lines }) => {
      parsed = lines;
      return record;
    },
    max_record_size: MAX_RECORD,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
  });
  // A failure destroys the parser, so that the loop below throws it; the callback only keeps it from being thrown twice.
  pipeline(Readable.from(rejoined(head.value, text)), parser, () => undefined);
  let end = 0;
  try {
    for await (const { info, record } of parser as AsyncIterable<ParsedRecord>) {
      yield { line: end + 1, cells: record };
      end = info.lines;
    }
  } catch (error) {
    // Records that were parsed but not yet handed out are dropped by the stream, hence not `end`.
    throw error instanceof CsvError ? unreadable(parsed + 1, fileName) : error;
  }
}

function unreadable(line: number, fileName?: string): DomainError {
  return new DomainError(
    'invalid',
    'unclosed-quote',
    `${line} 行目から始まる行を読めません。引用符(")が閉じているか確かめてください。`,
    `The record that begins on line ${line} cannot be read. Check that its quotation marks are closed.`,
    { ...(fileName === undefined ? {} : { file: fileName }), line },
  );
}

function delimiterOf(head: string, name: string): string {
  if (/\.tsv$/i.test(name)) return '\t';
  const header = head.trimStart().split('\n', 1)[0] ?? '';
  return header.includes('\t') && !header.includes(',') ? '\t' : ',';
}

async function* rejoined(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

/** Decoded text without byte order mark and with LF alone as line end: the parser counts a CRLF inside quotes as two lines. */
async function* normalisedText(source: string | Buffer, encoding: 'utf-8' | 'cp932'): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let held = '';
  for await (const chunk of byteChunks(source)) {
    const text = held + decoder.write(chunk);
    held = text.endsWith('\r') ? '\r' : '';
    const whole = held === '' ? text : text.slice(0, -1);
    if (whole !== '') yield whole.replace(/\r\n?/g, '\n');
  }
  const last = (held + (decoder.end() ?? '')).replace(/\r\n?/g, '\n');
  if (last !== '') yield last;
}
