import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readTable } from '../open-table.js';
import { toCsv } from './to-csv.js';

const text = (rows: (string | number | null)[][]): string => toCsv(rows, { bom: false }).toString('utf-8');

describe('toCsv', () => {
  it('writes a byte order mark, CRLF and quotes where needed', () => {
    expect(
      toCsv([
        ['a', 'b,"c"', null],
        [1, 'x\ny'],
      ]).toString('utf-8'),
    ).toBe('\ufeffa,"b,""c""",\r\n1,"x\ny"\r\n');
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+81-17-000', `'+81-17-000`],
    ['-x', `'-x`],
    ['@sum', `'@sum`],
    ['\tx', `'\tx`],
    ['＝1+1', `'＝1+1`],
    ['-3.5', '-3.5'],
    ['a=b', 'a=b'],
  ])('makes %j harmless', (cell, written) => {
    expect(text([[cell]])).toBe(`${written}\r\n`);
  });

  it('writes CP932, with the twins of characters that only differ by table', () => {
    expect(iconv.decode(toCsv([['髙橋', '10〜20']], { encoding: 'cp932' }), 'cp932')).toBe('髙橋,10～20\r\n');
  });

  it('refuses a character that CP932 does not have', () => {
    expect(() => toCsv([['a'], ['𠮷野']], { encoding: 'cp932' })).toThrow(
      expect.objectContaining({ code: 'not-in-cp932', place: { line: 2 } }),
    );
  });

  it('is read back cell for cell by openTable', async () => {
    const cell = fc.oneof(
      fc.string().map((value) =>
        value
          .replace(/\r\n?/g, '\n')
          .replace(/\0|\ufeff|\ufffd/g, '')
          .trim(),
      ),
      fc.constantFrom('=1', "'=1", "''@x", '-3', "'-3", '総務部', '"', ',', 'a\nb'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
        const table = await readTable(toCsv([['番号', 'b', 'c'], ...rows]));
        expect(table.rows.map(({ cells }) => cells)).toEqual(rows.map((row) => row.map(String)));
      }),
    );
  });
});
