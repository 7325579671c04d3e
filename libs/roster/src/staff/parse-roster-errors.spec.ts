import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Position } from '#survey-model';
import { openTable } from '#tabular';
import { parseRoster, type ParsedRoster, type ParseRosterOptions } from './parse-roster.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const golden = (name: string): string => path(`../../../../test/golden/roster/${name}`);
const positions = JSON.parse(readFileSync(path('../../../survey-model/data/positions.json'), 'utf8')) as Position[];
const TODAY = '2026-04-01';

const parseFile = async (name: string): Promise<ParsedRoster> =>
  parseRoster(await openTable(golden(name)), { positions, today: TODAY });

async function parse(lines: string[], options: Partial<ParseRosterOptions> = {}): Promise<ParsedRoster> {
  return parseRoster(await openTable(Buffer.from(lines.join('\n'))), { positions, today: TODAY, ...options });
}

describe('parseRoster: files with errors', () => {
  it('reports every error with its line and column at once', async () => {
    const roster = await parseFile('not-ok/every-kind-of-error.csv');
    expect(roster.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, '職員番号'],
      [4, '職員番号'],
      [5, '氏名'],
      [6, '所属コード'],
      [7, '所属コード'],
      [8, '職位'],
      [9, '生年月日'],
      [10, '生年月日'],
      [11, '生年月日'],
      [12, '状態'],
      [13, '兼務'],
      [14, '兼務'],
      [15, 'メール'],
      [16, ''],
      [17, '所属コード'],
      [18, '所属コード'],
      [19, '所属コード'],
    ]);
    expect(roster.errors.find(({ line }) => line === 4)?.ja).toContain('2 行目');
    expect(roster.errors.find(({ line }) => line === 9)?.ja).toContain('2024-02-30');
    expect(roster.errors.every(({ ja, en }) => /[ぁ-ん]/.test(ja) && en !== '')).toBe(true);
    expect(roster).toMatchObject({ staff: [], errorCount: 17, rows: 18, unidentifiedRows: 1 });
    expect(roster.rejectedStaffNumbers).toEqual(expect.arrayContaining(['1', '4', '18']));
  });

  it('reports columns that are missing', async () => {
    const roster = await parseFile('not-ok/missing-columns.csv');
    expect(roster.errors.map(({ line, column }) => [line, column])).toEqual([
      [1, '所属コード'],
      [1, '所属名'],
      [1, '職位'],
    ]);
  });

  it('reports two codes for one path', async () => {
    const roster = await parseFile('not-ok/two-codes-one-path.csv');
    expect(roster.errors).toEqual([
      expect.objectContaining({ line: 3, column: '所属コード', ja: expect.stringContaining('総務部/人事課') }),
    ]);
    expect(roster.staff.map(({ line }) => line)).toEqual([2]);
  });

  it('rejects people beneath a department that is wrong, and says so', async () => {
    const header = '職員番号,氏名,所属コード,所属名,上位所属コード,職位';
    const roster = await parse([
      header,
      '1,甲,10,総務部,99,部長',
      '2,乙,11,人事課,10,課長',
      '3,丙,11,人事課,10,主事',
      '4,丁,20,土木部,,部長',
    ]);
    expect(roster.errors.map(({ line }) => line)).toEqual([2, 3]);
    expect(roster.errors[1]?.ja).toContain('2 行');
    expect(roster.staff.map(({ line }) => line)).toEqual([5]);
    expect(roster.departments).toEqual([{ code: '20', name: '土木部', parentCode: null }]);
  });

  it('lists 1,000 errors and counts the rest', async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => `${index},甲,10,総務部,課長,退職`);
    const roster = await parse(['職員番号,氏名,所属コード,所属名,職位,状態', ...rows]);
    expect(roster.errors).toHaveLength(1001);
    expect(roster.errorCount).toBe(1500);
    expect(roster.errors.at(-1)).toMatchObject({
      line: 1002,
      ja: expect.stringContaining('500'),
      en: expect.stringContaining('500'),
    });
  });

  it('survives a chain of parents without end', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `${index},甲,c${index},課${index},c${index + 1},課長`);
    const roster = await parse([
      '職員番号,氏名,所属コード,所属名,上位所属コード,職位',
      ...rows,
      '9999,乙,c500,総務部,,部長',
    ]);
    expect(roster.errors.some(({ ja }) => ja.includes('20 段'))).toBe(true);
    expect(roster.staff).toHaveLength(20);
  });

  it('does not take a bare title for another position', async () => {
    const roster = await parse([
      '職員番号,氏名,所属コード,所属名,職位,級',
      '1,甲,10,総務部,副部長,7',
      '2,乙,10,総務部,係長2,',
      '3,丙,10,総務部,,9',
    ]);
    expect(roster.errors.map(({ line, column }) => [line, column])).toEqual([
      [2, '職位'],
      [3, '職位'],
      [4, '級'],
    ]);
  });
});

describe('parseRoster: large files', () => {
  it('takes 50,000 people', async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => {
      const [bureau, section] = [index % 20, index % 500];
      return `${100_000 + index},職員 ${index},${section},部${bureau}/課${section},主事級,2,事務職,正規,S55.1.2,令和6年4月1日,在職,,,s${index}@city.example.jp`;
    });
    const roster = await parse([
      '職員番号,氏名,所属コード,所属名,職位,級,職種,任用形態,生年月日,採用年月日,状態,兼務,所属長,メール',
      ...rows,
    ]);
    expect([roster.staff.length, roster.errors.length, roster.departments.length]).toEqual([50_000, 0, 520]);
  });
});
