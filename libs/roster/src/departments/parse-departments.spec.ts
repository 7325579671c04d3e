import { describe, expect, it } from '@jest/globals';
import { openTable } from '#tabular';
import { splitDepartmentPath } from './department-path.js';
import { parseDepartments, type ParsedDepartments } from './parse-departments.js';

const parse = async (lines: string[]): Promise<ParsedDepartments> =>
  parseDepartments(await openTable(Buffer.from(lines.join('\n'))));

describe('splitDepartmentPath', () => {
  it.each([
    ['総務部/人事課/給与チーム', ['総務部', '人事課', '給与チーム']],
    ['総務部＞人事課 ＞ 給与チーム', ['総務部', '人事課', '給与チーム']],
    ['総務部／人事課', ['総務部', '人事課']],
    ['総務部→人事課', ['総務部', '人事課']],
    ['総務部　人事課', ['総務部', '人事課']],
    ['総務部 > 企画/調整課', ['総務部', '企画/調整課']],
    ['地域・文化部', ['地域・文化部']],
    ['議会 事務局>', ['議会 事務局']],
    ['', []],
  ])('%s', (text, names) => {
    expect(splitDepartmentPath(text)).toEqual(names);
  });
});

describe('parseDepartments', () => {
  it('takes paths where no parents are given', async () => {
    expect((await parse(['所属コード,所属名', '11,総務部/人事課', '10,総務部'])).departments).toEqual([
      { code: '10', name: '総務部', parentCode: null },
      { code: '11', name: '人事課', parentCode: '10' },
    ]);
  });

  it('reports doubled codes, blank names, unknown parents and circles', async () => {
    const parsed = await parse([
      'コード,名称,上位コード',
      '1,甲部,',
      '1,乙部,',
      '2,,',
      '3,丙課,9',
      '4,丁課,5',
      '5,戊課,4',
      '6 6,己課,1',
    ]);
    expect(parsed.errors.map(({ line }) => line)).toEqual([3, 4, 5, 6, 8]);
    expect(parsed.departments).toEqual([{ code: '1', name: '甲部', parentCode: null }]);
  });
});
