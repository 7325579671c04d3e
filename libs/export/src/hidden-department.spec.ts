import { describe, expect, it } from '@jest/globals';
import { analysisOf } from '../../../test/factories/analysis.factory.js';
import { openWorkbook } from '../../../test/factories/read-workbook.js';
import { releaseOf } from '../../../test/factories/release.factory.js';
import { rational, type Release, type ReleaseAnalysis } from '#survey-model';
import { buildDepartmentWorkbook } from './index.js';

const build = (release: Release, departmentCode: string, analysis: ReleaseAnalysis | null = analysisOf(release)) =>
  buildDepartmentWorkbook({ release, analysis, departmentCode, training: null, generatedOn: '2026-10-07' });
const open = async (departmentCode: string) => openWorkbook(await build(releaseOf(), departmentCode));

/** A release that wrongly still carries figures in its hidden cells. */
const careless = releaseOf({
  change: (cell) =>
    cell.status === 'published'
      ? cell
      : {
          ...cell,
          n: 4321,
          items: [{ item: 'q1', n: 4321, sum: 9876, counts: [4321, 0, 0, 0, 0] }],
          categories: { foundation: rational(9876, 4321) },
          overall: rational(9876, 4321),
        },
});

describe('a hidden department', () => {
  it('is told why in plain words', async () => {
    const [small, covered] = [await open('D10-3'), await open('D10-4')];
    expect(small.rows('表紙').flat().join()).toContain('回答した人が5人未満(いない場合を含む)のため');
    expect(covered.rows('表紙').flat().join()).toContain('差し引きの計算で分かってしまうため');
  });

  it('gets the whole city and no figure of its own', async () => {
    const opened = await open('D10-3');
    expect(opened.rowWith('表紙', '回答数(この組織)')[1]).toBe('秘匿');
    for (const row of opened.rows('概要').slice(4)) {
      if (!/^(総合|\d+)$/.test(row[0] ?? '')) continue;
      expect(row.slice(2, 7)).toEqual(['秘匿', '秘匿', '—', '—', '秘匿']);
      expect(Number(row[7])).toBeGreaterThan(1);
      expect(row.slice(8, 13)).toEqual(['—', '秘匿', '秘匿', '—', '秘匿']);
    }
    for (const row of opened.rows('経年').slice(6)) {
      if (!/^(総合|区分|\d+)$/.test(row[0] ?? '')) continue;
      expect(row.slice(2, 7)).toEqual(['秘匿', '秘匿', '秘匿', '—', '秘匿']);
    }
    const own = opened.rows('分布').filter((row) => row.includes('この組織'));
    expect(own).toHaveLength(13);
    for (const row of own) expect(row.slice(3).join('')).toBe('秘匿秘匿');
    expect(opened.rows('職位別').flat().filter(Boolean)).toEqual([
      '職位別',
      '総務部 › 文書法制室',
      expect.stringContaining('表示していません'),
    ]);
  });

  it('reads the same whether one to four answered or nobody did', async () => {
    const absent = releaseOf();
    const without: Release = { ...absent, scores: absent.scores.filter(({ key }) => key['department'] !== 'D10-3') };
    expect((await build(without, 'D10-3')).equals(await build(absent, 'D10-3'))).toBe(true);
    expect((await open('D50')).rows('表紙').flat().join()).toContain('5人未満(いない場合を含む)');
  });

  it.each(['D10-3', 'D10-4', 'D40', 'D10'])(
    'never reaches into a hidden cell, even one that still holds figures (%s)',
    async (code) => {
      expect((await build(careless, code)).equals(await build(releaseOf(), code))).toBe(true);
    },
  );

  it('shows nothing of it even where an analysis wrongly speaks of hidden cells', async () => {
    const release = releaseOf();
    const analysis = analysisOf(release);
    const [first] = analysis.cells;
    if (!first) throw new Error('the factory lost a cell');
    const cells = [...analysis.cells, { ...first, key: { department: 'D10-3' } }];
    const waves = analysis.waves.map((wave) => ({
      ...wave,
      cells: wave.cells.map((cell) => {
        const [whole] = wave.cells;
        return cell.key['department'] === 'D10-3' && whole ? { ...whole, key: cell.key } : cell;
      }),
    }));
    const wrong = await build(release, 'D10-3', { ...analysis, cells, waves });
    expect(wrong.equals(await build(release, 'D10-3'))).toBe(true);
  });

  it('hides the city too where the release does', async () => {
    const release = releaseOf({
      change: (cell) =>
        Object.keys(cell.key).length === 0
          ? { ...cell, status: 'primary', n: null, items: [], categories: {}, overall: null }
          : cell,
    });
    const opened = await openWorkbook(await build(release, 'D10'));
    expect(opened.rowWith('概要', '総合スコア').slice(7, 10)).toEqual(['秘匿', '—', '—']);
    expect(opened.rows('方法と秘匿の説明').flat()).not.toContain('デザイン効果');
  });
});
