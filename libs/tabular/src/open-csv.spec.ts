import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { DomainError } from '#survey-model';
import { openTable, readTable } from './open-table.js';

async function failure(work: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw new Error(`no DomainError but ${String(error)}`);
  return error;
}

const read = (text: string | Buffer, fileName = 'staff.csv') => readTable(Buffer.from(text), { fileName });

describe('openTable: CSV and TSV', () => {
  it('reads UTF-8 with a byte order mark and trims cells, full-width spaces too', async () => {
    const table = await read('\ufeff職員番号, 氏名 ,所属\r\n001,\u3000青木 花子\u3000,"総務部, 人事課"\r\n');
    expect(table.encoding).toBe('utf-8');
    expect(table.headers).toEqual(['職員番号', '氏名', '所属']);
    expect(table.rows).toEqual([{ line: 2, cells: ['001', '青木 花子', '総務部, 人事課'] }]);
  });

  it('tells CP932 from UTF-8, with characters only CP932 has', async () => {
    const table = await read(iconv.encode('番号,氏名\n1,髙橋①㈱～\n', 'cp932'));
    expect(table.encoding).toBe('cp932');
    expect(table.rows[0]?.cells).toEqual(['1', '髙橋①㈱～']);
  });

  it('finds CP932 that begins only after a long ASCII head', async () => {
    const ascii = 'a,b\n' + '1,2\n'.repeat(40_000);
    const table = await read(Buffer.concat([Buffer.from(ascii), iconv.encode('3,総務部\n', 'cp932')]));
    expect(table.encoding).toBe('cp932');
    expect(table.rows.at(-1)).toEqual({ line: 40_002, cells: ['3', '総務部'] });
  });

  it.each(['\n', '\r\n', '\r'])('counts physical lines across quoted line ends and blank lines (%j)', async (end) => {
    const table = await read(['', 'a,b', '"1', '2",x', '', ',,', 'O\'Brien,5" disk', ''].join(end));
    expect(table.headerLine).toBe(2);
    expect(table.rows).toEqual([
      { line: 3, cells: ['1\n2', 'x'] },
      { line: 7, cells: ["O'Brien", '5" disk'] },
    ]);
  });

  it('pads short records, drops trailing blanks and keeps text beyond the header for the caller to report', async () => {
    const table = await read('a,b,c,,\n1\n1,2,3,,\n1,2,3,4\n');
    expect(table.headers).toEqual(['a', 'b', 'c']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
      ['1', '2', '3', '4'],
    ]);
  });

  it('takes tabs by extension and by a header that has only tabs', async () => {
    expect((await read('a,b\tc\n1\t2\n', 'x.tsv')).headers).toEqual(['a,b', 'c']);
    expect((await read('a\tb\n1\t2,3\n', 'x.txt')).rows[0]?.cells).toEqual(['1', '2,3']);
  });

  it('reads again from the start at every iteration, and stops at a limit', async () => {
    const table = await openTable(Buffer.from('a\n1\n2\n3\n'));
    for (let round = 0; round < 2; round += 1) {
      const cells: string[] = [];
      for await (const row of table.rows) cells.push(...row.cells);
      expect(cells).toEqual(['1', '2', '3']);
    }
    expect(await readTable(Buffer.from('a\n1\n2\n3\n'), { limit: 2 })).toMatchObject({
      rows: [{ line: 2 }, { line: 3 }],
      truncated: true,
    });
    expect(await readTable(Buffer.from('a\n1\n2\n'), { limit: 2 })).toMatchObject({ truncated: false });
  });
});

describe('openTable: files it refuses', () => {
  it.each([
    ['empty-file', Buffer.alloc(0)],
    ['empty-file', Buffer.from('\r\n \r\n,,\r\n')],
    ['old-workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    [
      'encrypted-workbook',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['utf-16', Buffer.from('\ufeffa\tb', 'utf16le')],
    ['not-a-spreadsheet', Buffer.from('%PDF-1.7')],
    ['not-a-spreadsheet', Buffer.from('\ufeff<!DOCTYPE html><p>ログイン</p>')],
    ['not-a-spreadsheet', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
    ['damaged-workbook', Buffer.from('PK\x03\x04 cut off')],
  ])('%s', async (code, bytes) => {
    const error = await failure(readTable(bytes, { fileName: '名簿.csv' }));
    expect(error).toMatchObject({ kind: 'invalid', code, place: { file: '名簿.csv' } });
    expect(error.ja).toMatch(/[ぁ-ん]/);
  });

  it('names the duplicate header', async () => {
    expect(await failure(read('a,b,a\n'))).toMatchObject({ code: 'duplicate-header', place: { line: 1, column: 'a' } });
  });

  it('names the line of bytes of no encoding, and checks an encoding it is told', async () => {
    const broken = Buffer.concat([Buffer.from('番号\n1\n'), Buffer.from([0xff, 0xfd, 0x0a])]);
    expect(await failure(read(broken))).toMatchObject({ code: 'unknown-encoding', place: { line: 3 } });
    const sjis = iconv.encode('番号\n', 'cp932');
    expect(await failure(readTable(sjis, { encoding: 'utf-8' }))).toMatchObject({
      code: 'unknown-encoding',
      place: { line: 1 },
    });
  });

  it('names the line where a quotation mark is left open', async () => {
    expect(await failure(read('a,b\n1,2\n3,"4\n5,6\n'))).toMatchObject({ code: 'unclosed-quote', place: { line: 3 } });
  });

  it('says that a path does not exist', async () => {
    expect(await failure(openTable('/nowhere/staff.csv'))).toMatchObject({ code: 'unreadable-file' });
  });
});

describe('openTable: large files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tabular-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('streams 100,000 rows from disk', async () => {
    const path = join(folder, 'large.csv');
    const lines = Array.from({ length: 100_000 }, (_, index) => `${index},総務部＞人事課,5,4,3,2,1,"a, b"`);
    await writeFile(path, iconv.encode(['番号,所属,q1,q2,q3,q4,q5,備考', ...lines].join('\r\n'), 'cp932'));
    let [count, last] = [0, 0];
    const table = await openTable(path);
    for await (const row of table.rows) [count, last] = [count + 1, row.line];
    expect({ count, last, encoding: table.encoding, fileName: table.fileName }).toEqual({
      count: 100_000,
      last: 100_001,
      encoding: 'cp932',
      fileName: 'large.csv',
    });
  });
});
