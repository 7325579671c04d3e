import { describe, expect, it } from '@jest/globals';
import type { DepartmentSuccession } from '#survey-model';
import { openTable } from '#tabular';
import iconv from 'iconv-lite';
import { parseSuccessions, type ParsedSuccessions } from './parse-successions.js';

const EVER = new Set(['A', 'B', 'C', 'X', 'Y', '12']);
const CURRENT = new Set(['C', 'X', 'Y']);

async function parse(file: string | Buffer, known: readonly DepartmentSuccession[] = []): Promise<ParsedSuccessions> {
  const table = await openTable(Buffer.from(file));
  return parseSuccessions(table, { everCodes: EVER, currentCodes: CURRENT, known });
}

const places = ({ errors }: ParsedSuccessions) => errors.map(({ line, column }) => [line, column]);

describe('parseSuccessions', () => {
  it('reads splits and mergers, full-width codes, CP932, and leaves names alone', async () => {
    const csv =
      '旧所属コード,旧所属名,新所属コード,新所属名\r\nA,総務課,X,総務第一課\r\nＡ,総務課,Y,総務第二課\r\n１２,文書課,X,総務第一課';
    const parsed = await parse(iconv.encode(csv, 'cp932'));
    expect(parsed).toMatchObject({ errors: [], errorCount: 0, rowCount: 3 });
    expect(parsed.rows.map(({ succession }) => succession)).toEqual([
      { oldCode: 'A', newCode: 'X' },
      { oldCode: 'A', newCode: 'Y' },
      { oldCode: '12', newCode: 'X' },
    ]);
  });

  it.each([
    '旧組織コード,新組織コード',
    '変更前コード,変更後コード',
    'old_code,new_code',
    '旧所属コード(令和7年度),新所属コード(令和8年度)',
  ])('finds the columns of %s', async (headers) => expect((await parse(`${headers}\nA,X`)).rows).toHaveLength(1));

  it('reports every error at once, with its line, its column and what to do', async () => {
    const parsed = await parse(
      ['旧組織コード,新組織コード', 'A,X', 'Z,X', 'A,B', ',X', 'A,', 'C,C', 'A,X', 'B,Y'].join('\n'),
    );
    expect(places(parsed)).toEqual([
      [3, '旧組織コード'], // never was
      [4, '新組織コード'], // is no more
      [5, '旧組織コード'],
      [6, '新組織コード'],
      [7, '新組織コード'], // the same
      [8, '旧組織コード'], // as line 2
    ]);
    expect(parsed.rows.map(({ line }) => line)).toEqual([2, 9]);
    for (const { ja, en } of parsed.errors) {
      expect(ja).toMatch(/ください。$/);
      expect(en).toMatch(/(Check|Give|Leave|Import|delete|Delete)/);
    }
    expect(parsed.errors.at(-1)?.ja).toContain('2 行目');
  });

  it('refuses a circle, whether the file alone makes it or with what is on record', async () => {
    const alone = await parse('旧組織コード,新組織コード\nC,X\nX,Y\nY,C\nA,X');
    expect(places(alone)).toEqual([
      [2, '新組織コード'],
      [3, '新組織コード'],
      [4, '新組織コード'],
    ]);
    expect(alone.errors[0]?.ja).toContain('C→X→Y→C');
    const withRecord = await parse('旧組織コード,新組織コード\nX,C', [{ oldCode: 'C', newCode: 'X' }]);
    expect(withRecord.errors[0]?.ja).toContain('X→C→X');
  });

  it('does not count what the file itself replaces as part of a circle', async () => {
    const known = [{ oldCode: 'C', newCode: 'X' }];
    expect((await parse('旧組織コード,新組織コード\nC,Y\nX,C', known)).errors).toEqual([]);
  });

  it('reports missing columns', async () => {
    expect(places(await parse('旧組織コード,備考\nA,X'))).toEqual([[1, '新組織コード']]);
  });
});
