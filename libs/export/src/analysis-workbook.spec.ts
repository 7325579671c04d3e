import { beforeAll, describe, expect, it } from '@jest/globals';
import { analysisOf, CORRELATION, LAST_YEAR } from '../../../test/factories/analysis.factory.js';
import { openWorkbook, type OpenedWorkbook } from '../../../test/factories/read-workbook.js';
import { GOLDEN, releaseOf } from '../../../test/factories/release.factory.js';
import type { CellKey, ReleasedScore } from '#survey-model';
import { buildDepartmentWorkbook } from './index.js';

/** Item 2 of 総務部 is far above the others, and item 1 is far above last year's. */
const HIGH = [0, 0, 0, 6, 40];
const release = releaseOf({
  change: (cell) =>
    cell.key['department'] !== 'D10' || Object.keys(cell.key).length > 1
      ? cell
      : {
          ...cell,
          items: cell.items.map((each) => (each.item === 'q2' ? { ...each, sum: 224, counts: HIGH } : each)),
        },
});
const analysis = analysisOf(release);
const open = async (departmentCode: string) =>
  openWorkbook(
    await buildDepartmentWorkbook({ release, analysis, departmentCode, training: null, generatedOn: '2026-10-07' }),
  );

let bureau: OpenedWorkbook;
let section: OpenedWorkbook;
let team: OpenedWorkbook;
beforeAll(async () => {
  bureau = await open('D10');
  section = await open('D10-1');
  team = await open('D10-1-2');
});

const text = (number: number): string => GOLDEN.items[number - 1]?.text.replace('青森市', '青葉市') ?? '';
const NUMBERS = GOLDEN.items.map(({ number }) => number);

function countsOf(key: CellKey, number: number): readonly number[] {
  const score = release.scores.find((each) => JSON.stringify(each.key) === JSON.stringify(key)) as ReleasedScore;
  return score.items.find(({ item }) => item === `q${number}`)?.counts ?? [];
}

/** From the answers written out one by one, in two passes. */
function describeCounts(counts: readonly number[]): { n: number; mean: number; s: number } {
  const answers = counts.flatMap((count, at) => Array<number>(count).fill(at + 1));
  const n = answers.length;
  const mean = answers.reduce((a, b) => a + b) / n;
  return { n, mean, s: Math.sqrt(answers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1)) };
}

/** R: qt(0.975, 45); 総務部 has 94 staff, of whom 46 answered. */
const T45 = 2.014103388880846;
const Z = 1.959963984540054;
const [STAFF, ANSWERED] = [94, 46];
const twoDecimals = (value: number): number => Number(value.toFixed(2));

function welchT(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [describeCounts(a), describeCounts(b)];
  return (x.mean - y.mean) / Math.sqrt(x.s ** 2 / x.n + y.s ** 2 / y.n);
}

describe('what a department workbook says of its means', () => {
  it('gives every item its interval of 95%, worked out apart', () => {
    for (const number of NUMBERS) {
      const { mean, s, n } = describeCounts(countsOf({ department: 'D10' }, number));
      const half = ((T45 * s) / Math.sqrt(n)) * Math.sqrt(1 - n / STAFF);
      const bounds = [Math.max(1, mean - half), Math.min(5, mean + half)].map(twoDecimals);
      expect(bureau.rowWith('概要', text(number)).slice(4, 6)).toEqual(bounds);
    }
    const formats = [5, 6].map((column) => bureau.workbook.getWorksheet('概要')?.getRow(8).getCell(column).numFmt);
    expect(formats).toEqual(['0.00', '0.00']);
  });

  it('gives the overall score an interval from the items and the correlations of the whole organisation', () => {
    const items = NUMBERS.map((number) => describeCounts(countsOf({ department: 'D10' }, number)));
    const [sum, squares] = [items.reduce((a, { s }) => a + s, 0), items.reduce((a, { s }) => a + s * s, 0)];
    const s = Math.sqrt(CORRELATION * sum ** 2 + (1 - CORRELATION) * squares) / items.length;
    const mean = items.reduce((a, each) => a + each.mean, 0) / items.length;
    const half = ((T45 * s) / Math.sqrt(ANSWERED)) * Math.sqrt(1 - ANSWERED / STAFF);
    expect(bureau.rowWith('概要', '総合スコア').slice(4, 6)).toEqual([mean - half, mean + half].map(twoDecimals));
  });

  it('gives favourable shares theirs: the roots of Wilson’s equation', () => {
    const rows = bureau.rows('分布').filter((row) => row.includes('この組織'));
    const m = (ANSWERED * (STAFF - 1)) / (STAFF - ANSWERED);
    for (const number of NUMBERS) {
      const counts = countsOf({ department: 'D10' }, number);
      const p = ((counts[3] ?? 0) + (counts[4] ?? 0)) / ANSWERED;
      const [a, b, c] = [1 + Z ** 2 / m, -(2 * p + Z ** 2 / m), p ** 2];
      const roots = [-1, 1].map((sign) => (-b + sign * Math.sqrt(b * b - 4 * a * c)) / (2 * a));
      const shown = rows[number - 1]?.slice(15, 17).map(Number);
      expect(shown).toEqual(roots.map((root) => Number(root.toFixed(3))));
    }
  });

  it('marks a difference from the others with ▲ or ▼ only where it is beyond chance', () => {
    const judged = NUMBERS.map((number) => {
      const own = countsOf({ department: 'D10' }, number);
      const others = countsOf({}, number).map((count, at) => count - (own[at] ?? 0));
      const judgement = bureau.rowWith('概要', text(number))[9];
      const t = welchT(own, others);
      // Under 1000 comparisons no adjustment reaches 5% beyond t = 6, and none makes t under 1.9 significant.
      if (Math.abs(t) > 6) expect(judgement).toBe(t > 0 ? '▲' : '▼');
      if (Math.abs(t) < 1.9) expect(judgement).toBe('明確な差なし');
      return judgement;
    });
    expect(judged[1]).toBe('▲');
    expect(judged).toContain('明確な差なし');
  });

  it('sets last year beside it, with a mark only for what is more than chance', () => {
    const before = describeCounts(LAST_YEAR.counts);
    const own = describeCounts(countsOf({ department: 'D10' }, 1));
    expect(Math.abs(welchT(countsOf({ department: 'D10' }, 1), LAST_YEAR.counts))).toBeGreaterThan(6);
    const row = bureau.rowWith('概要', text(1)).slice(10, 13);
    expect(row).toEqual([twoDecimals(before.mean), twoDecimals(own.mean - before.mean), '▲']);
    // Nothing else has changed.
    expect(bureau.rowWith('概要', text(5)).slice(11, 13)).toEqual([0, '明確な差なし']);
    expect(bureau.rows('概要')[2]).toContain('前回との比較(令和5年度)');
  });

  it('shows the estimate of a small department under its overall mean, and says what it is', () => {
    const row = section.rowWith('概要', '総合スコアの縮約推定値(少人数の組織の参考値)');
    const mean = Number(section.rowWith('概要', '総合スコア')[3]);
    expect(row[3]).toBeCloseTo(mean, 0);
    expect(section.rows('概要').flat().join()).toContain('縮約推定値は、回答が30人未満の組織の平均を');
    expect(bureau.rows('概要').flat().join()).not.toContain('縮約推定値');
  });

  it('gives no interval, test or share under ten answers', () => {
    for (const number of NUMBERS) {
      const row = team.rowWith('概要', text(number));
      expect([row[2], row[4], row[5], row[9], row[13]]).toEqual([7, '—', '—', '—', '秘匿']);
    }
    expect(
      team
        .rows('分布')
        .filter((row) => row.includes('この組織'))
        .every((row) => row.slice(4).join('') === '秘匿(10人未満)'),
    ).toBe(true);
  });
});

describe('earlier surveys', () => {
  it('stand from the oldest to this one, for the department and the whole organisation', () => {
    const [above = [], years = []] = bureau.rows('経年').slice(2, 4);
    expect([above[2], above[7]]).toEqual(['この組織', '全庁']);
    const columns = ['令和4\n年度', '令和5\n年度', '令和6\n年度', '前回との\n差', '差の判定'];
    expect(years.slice(2)).toEqual([...columns, ...columns]);
    expect(bureau.rowWith('経年', '回答数').slice(2, 12)).toEqual([46, 46, 46, '', '', 636, 636, 636, '', '']);
    expect(bureau.rowWith('経年', '回答率').slice(7, 10)).toEqual([0.5, 0.5, 0.312]);
    const before = twoDecimals(describeCounts(LAST_YEAR.counts).mean);
    const now = twoDecimals(describeCounts(countsOf({ department: 'D10' }, 1)).mean);
    expect(bureau.rowWith('経年', text(1)).slice(2, 7)).toEqual([before, before, now, expect.any(Number), '▲']);
    expect(bureau.rowWith('経年', '総合スコア').slice(7)).toEqual(['—', 3.25, 3.25, 0, '明確な差なし']);
    expect(bureau.rowWith('経年', text(13)).slice(7, 9)).toEqual(['—', 3.14]);
  });

  it('say 比較不可 where most people are others, 秘匿 where it was hidden, and nothing in between', async () => {
    for (const row of section.rows('経年').slice(6, 25)) {
      expect([row[2], row[3], row[5], row[6]]).toEqual(['比較不可', '比較不可', '—', '比較不可']);
    }
    expect(section.rowWith('概要', '総合スコア').slice(10, 13)).toEqual(['比較不可', '—', '比較不可']);
    const covered = await open('D10-2');
    expect(covered.rowWith('概要', '総合スコア').slice(10, 13)).toEqual(['秘匿', '—', '秘匿']);
    expect(covered.rowWith('経年', '総合スコア').slice(2, 7)).toEqual([
      '秘匿',
      '秘匿',
      expect.any(Number),
      '—',
      '秘匿',
    ]);
  });
});

describe('the sheet on methods', () => {
  const SHEET = '方法と秘匿の説明';

  it('says what the response allows to say, at each of its three levels', async () => {
    const said = async (answered: number): Promise<string> => {
      const of = { ...release, invited: 1000, answered };
      const file = { release: of, analysis, departmentCode: 'D10', training: null, generatedOn: '2026-10-07' };
      return (await openWorkbook(await buildDepartmentWorkbook(file))).rows(SHEET).flat().join('\n');
    };
    expect(await said(499)).toContain('回答率は50%未満です');
    expect(await said(500)).toContain('回答率は50%以上70%未満です');
    expect(await said(699)).toContain('回答率は50%以上70%未満です');
    expect(await said(700)).toContain('回答率は70%以上です');
  });

  it('shows weighted beside unweighted, reliability and drivers of the whole organisation', () => {
    expect(bureau.rowWith(SHEET, '総合スコア').slice(1, 4)).toEqual(['総合スコア', 3.25, 3.19]);
    expect(bureau.rowWith(SHEET, 'デザイン効果').slice(2, 4)).toEqual(['—', 1.23]);
    expect(bureau.rowWith(SHEET, '回答数と、実質的な回答数(人)').slice(2, 4)).toEqual([636, 516]);
    expect(bureau.rowWith(SHEET, '総合スコア(すべての項目)').slice(2)).toEqual([13, 0.91, 0.92]);
    const [first] = release.questionnaire.scoring.categories;
    const reliable = bureau.rows(SHEET).filter((row) => row.includes(first?.name ?? ''));
    expect(reliable.at(-1)?.slice(2)).toEqual(['2', '0.68', '—']);
    expect(bureau.rowWith(SHEET, text(2)).slice(2, 4)).toEqual([0.02, 0.02]);
    expect(bureau.rowWith(SHEET, text(13)).slice(2, 4)).toEqual([0.13, '—']);
    expect(bureau.rowWith(SHEET, '合計(項目全体で説明できる割合)').slice(2, 4)).toEqual([1, 0.457]);
    expect(bureau.rows(SHEET).flat()).toContain('関連の強さであり、原因を示すものではありません。');
  });

  it('is there without an analysis as well, with a dash for what there is not', async () => {
    const file = { release, analysis: null, departmentCode: 'D10', training: null, generatedOn: '2026-10-07' };
    const opened = await openWorkbook(await buildDepartmentWorkbook(file));
    expect(opened.rows(SHEET).flat().join()).toContain('この公表版では計算していません');
    expect(opened.rowWith('概要', text(2)).slice(4, 6)).toEqual(['—', '—']);
    expect(opened.rowWith('概要', text(2)).slice(9, 13)).toEqual(['—', '—', '—', '—']);
    expect(opened.workbook.getWorksheet('経年')).toBeUndefined();
  });
});
