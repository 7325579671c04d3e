import { open } from 'node:fs/promises';
import { DomainError } from '#survey-model';

const HEAD_BYTES = 8192;
const OLE_COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Tells a workbook from a text file by its first bytes.
 * @throws DomainError when the file is missing, empty, an old .xls, encrypted, UTF-16, or no spreadsheet at all.
 */
export async function detectFileKind(source: string | Buffer, fileName?: string): Promise<'xlsx' | 'text'> {
  const fail = (code: string, ja: string, en: string): DomainError =>
    new DomainError('invalid', code, ja, en, fileName === undefined ? {} : { file: fileName });
  const head = typeof source === 'string' ? await readHead(source, fail) : source;
  const startsWith = (bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (head.length === 0) throw fail('empty-file', 'ファイルが空です。', 'The file is empty.');
  if (startsWith(ZIP)) return 'xlsx';
  if (startsWith(OLE_COMPOUND)) {
    throw head.includes(ENCRYPTED_STREAM)
      ? fail(
          'encrypted-workbook',
          'パスワードの付いたブックです。パスワードを外して保存してください。',
          'The workbook is encrypted. Save it without a password.',
        )
      : fail(
          'old-workbook',
          '古い形式(.xls)か、パスワードの付いたブックです。パスワードなしの .xlsx で保存し直してください。',
          'This is an old .xls or an encrypted workbook. Save it as .xlsx without a password.',
        );
  }
  if (startsWith([0xff, 0xfe]) || startsWith([0xfe, 0xff])) {
    throw fail(
      'utf-16',
      'UTF-16 のファイルです。「CSV UTF-8」か .xlsx で保存し直してください。',
      'The file is UTF-16. Save it as "CSV UTF-8" or .xlsx.',
    );
  }
  const text = head.subarray(0, HEAD_BYTES);
  if (
    text.includes(0) ||
    /^\s*(?:%PDF|<!doctype|<html|<\?xml|\{)/i.test(text.toString('latin1').replace(/^\xef\xbb\xbf/, ''))
  ) {
    throw fail(
      'not-a-spreadsheet',
      '表のファイルではありません。CSV か .xlsx を選んでください。',
      'The file is not a spreadsheet. Choose a CSV or .xlsx file.',
    );
  }
  return 'text';
}

async function readHead(path: string, fail: (code: string, ja: string, en: string) => DomainError): Promise<Buffer> {
  let file;
  try {
    file = await open(path, 'r');
    // An encrypted workbook names its stream in a directory sector that may stand anywhere near the front of the file.
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES * 16), 0, HEAD_BYTES * 16, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    throw fail(
      'unreadable-file',
      `ファイル ${path} を開けません。場所と権限を確かめてください。`,
      `Cannot open ${path}. Check that it exists and may be read.`,
    );
  } finally {
    await file?.close();
  }
}
