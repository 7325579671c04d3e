import iconv from 'iconv-lite';
import { DomainError } from '#survey-model';
import { byteChunks } from './byte-chunks.js';

type Encoding = 'utf-8' | 'cp932';

/**
 * The encoding of a text file, decided on all of its bytes: UTF-8 when they are valid UTF-8, else CP932. A guess from the first lines
 * would take a file with an ASCII head for the wrong one. `asked` other than "auto" is checked in the same way.
 * @throws DomainError with the line of the first byte that the encoding does not have.
 */
export async function detectEncoding(
  source: string | Buffer,
  asked: 'auto' | Encoding,
  fileName?: string,
): Promise<Encoding> {
  let line = 0;
  for (const encoding of asked === 'auto' ? (['utf-8', 'cp932'] as const) : [asked]) {
    line = await firstInvalidLine(source, encoding);
    if (line === 0) return encoding;
  }
  const [ja, en] =
    asked === 'auto'
      ? ['UTF-8 でも Shift_JIS(CP932)でもない', 'neither UTF-8 nor CP932 (Shift_JIS)']
      : [`${asked} にない`, `not ${asked}`];
  throw new DomainError(
    'invalid',
    'unknown-encoding',
    `${line} 行目に${ja}文字があります。「CSV UTF-8」か .xlsx で保存し直してください。`,
    `Line ${line} holds bytes that are ${en}. Save the file as "CSV UTF-8" or .xlsx.`,
    { ...(fileName === undefined ? {} : { file: fileName }), line },
  );
}

/** What decoding leaves of invalid bytes, and NUL, which no text file holds and no database takes. */
const INVALID = /[\ufffd\0]/;

/** Line of the first undecodable byte, or 0 when there is none. */
async function firstInvalidLine(source: string | Buffer, encoding: Encoding): Promise<number> {
  const decode = lenientDecoder(encoding);
  let [line, afterReturn] = [1, false];
  for await (const chunk of byteChunks(source)) {
    const text = decode(chunk);
    const invalid = text.search(INVALID);
    line += newlines(invalid < 0 ? text : text.slice(0, invalid));
    if (afterReturn && text.startsWith('\n')) line -= 1;
    if (invalid >= 0) return line;
    afterReturn = text === '' ? afterReturn : text.endsWith('\r');
  }
  return INVALID.test(decode(undefined)) ? line : 0;
}

/** Decodes piece by piece, U+FFFD standing for what is invalid; `undefined` ends the text. A real U+FFFD is damage as well. */
function lenientDecoder(encoding: Encoding): (chunk: Buffer | undefined) => string {
  if (encoding === 'utf-8') {
    const decoder = new TextDecoder('utf-8');
    return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
  }
  const decoder = iconv.getDecoder('cp932');
  return (chunk) => (chunk ? decoder.write(chunk) : (decoder.end() ?? ''));
}

function newlines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
