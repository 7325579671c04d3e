import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectAllDigits, expectDigits } from '../../../../test/factories/significant-digits.js';
import { designEffect, rake, type RakingCell, type RakingMargin } from '../index.js';

const margin = (name: string, counts: Record<string, number>): RakingMargin => ({
  name,
  counts: new Map(Object.entries(counts)),
});

/** Cells of a table, row by row: rows a, b, c … by columns x, y, z. */
function table(rows: readonly (readonly number[])[]): RakingCell[] {
  return rows.flatMap((row, i) =>
    row.map((respondents, j) => ({ respondents, margins: ['abcdef'[i] ?? '', 'xyz'[j] ?? ''] })),
  );
}

function weightedShare(cells: readonly RakingCell[], weights: readonly number[], at: number, category: string): number {
  const total = (of: readonly RakingCell[]) =>
    of.reduce((sum, cell) => sum + cell.respondents * (weights[cells.indexOf(cell)] ?? NaN), 0);
  return total(cells.filter(({ margins }) => margins[at] === category)) / total(cells);
}

const meanWeight = (cells: readonly RakingCell[], weights: readonly number[]) =>
  cells.reduce((sum, { respondents }, at) => sum + respondents * (weights[at] ?? NaN), 0) /
  cells.reduce((sum, { respondents }) => sum + respondents, 0);

const THREE = table([
  [30, 12, 8],
  [22, 40, 18],
  [6, 15, 49],
]);
const ROSTER = [margin('row', { a: 400, b: 700, c: 900 }), margin('column', { x: 500, y: 800, z: 700 })];

describe('rake', () => {
  it('agrees with plain iterative proportional fitting (numpy)', () => {
    const found = rake(THREE, ROSTER);
    expectAllDigits(
      [...found.weights],
      [
        0.7811833140299865, 0.9828449217695904, 0.596295189733165, 0.8133314818227673, 1.0232921034897544,
        0.6208346255727196, 1.4452013298332542, 1.8182784532783165, 1.103155412690321,
      ],
    );
    expectDigits(found.designEffect, 1.0893709690621411);
    expectDigits(found.effectiveN, 183.5921882260031);
    expect(found).toMatchObject({ converged: true, capped: 0, collapsed: [] });
  });

  it('is N/n times the response rate with one margin', () => {
    const cells = [
      { respondents: 10, margins: ['a'] },
      { respondents: 30, margins: ['b'] },
    ];
    const found = rake(cells, [margin('row', { a: 100, b: 100 })]);
    expectAllDigits([...found.weights], [2, 2 / 3], 12);
    expectDigits(found.designEffect, (40 * (10 * 4 + 30 * (4 / 9))) / 1600, 12);
  });

  it('reproduces every margin by a row factor times a column factor, mean 1, effect at least 1', () => {
    const people = fc.integer({ min: 5, max: 60 });
    const tables = fc.array(fc.array(people, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 });
    const roster = fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(tables, roster, (rows, counts) => {
        const cells = table(rows);
        const margins = [
          margin('row', Object.fromEntries(rows.map((_, i) => ['abcdef'[i] ?? '', counts[i] ?? 0]))),
          margin('column', { x: counts[4] ?? 0, y: counts[5] ?? 0, z: counts[6] ?? 0 }),
        ];
        const { weights, converged, designEffect: effect } = rake(cells, margins, { cap: 1e6 });
        expect(converged).toBe(true);
        margins.forEach(({ counts: of }, at) => {
          const all = [...of.values()].reduce((sum, each) => sum + each, 0);
          for (const [category, each] of of)
            expect(Math.abs(weightedShare(cells, weights, at, category) - each / all)).toBeLessThan(1e-9);
        });
        // Together with the margins this makes the solution the only one (Deming & Stephan).
        rows.forEach((_, i) => {
          const of = (column: number) => (weights[3 * i + column] ?? NaN) / (weights[column] ?? NaN);
          expectDigits(of(1), of(0), 9);
          expectDigits(of(2), of(0), 9);
        });
        expectDigits(meanWeight(cells, weights), 1, 10);
        expect(effect).toBeGreaterThanOrEqual(1 - 1e-12);
      }),
    );
  });

  it('collapses small categories with the next, the last with the one before, and says so', () => {
    const cells = ['a', 'b', 'c', 'd', 'e'].map((category, at) => ({
      respondents: [3, 20, 0, 30, 2][at] ?? 0,
      margins: [category],
    }));
    const found = rake(cells, [margin('age', { a: 30, b: 70, c: 50, d: 40, e: 10 })]);
    expect(found.collapsed).toEqual([
      { margin: 'age', categories: ['a', 'b'] },
      { margin: 'age', categories: ['c', 'd', 'e'] },
    ]);
    expect(found.converged).toBe(true);
    const [first, second] = [(0.5 * 55) / 23, (0.5 * 55) / 32];
    expectAllDigits([...found.weights], [first, first, 0, second, second], 12);
  });

  it('collapses categories with few people, drops empty ones, and needs somebody in each even when told 0', () => {
    const cells = ['a', 'b', 'c', 'd'].map((category, at) => ({
      respondents: [9, 9, 0, 9][at] ?? 0,
      margins: [category],
    }));
    const roster = [margin('row', { a: 4, b: 40, c: 0, d: 40 })];
    expect(rake(cells, roster).collapsed).toEqual([{ margin: 'row', categories: ['a', 'b'] }]);
    expect(rake(cells, roster, { collapseUnder: 0 }).collapsed).toEqual([]);
    const unanswered = [margin('row', { a: 10, b: 40, c: 10, d: 40 })];
    expect(rake(cells, unanswered, { collapseUnder: 0 }).collapsed).toEqual([
      { margin: 'row', categories: ['c', 'd'] },
    ]);
  });

  it('lets cells without a listed category sit that margin out', () => {
    const cells = [
      { respondents: 10, margins: ['a'] },
      { respondents: 30, margins: ['b'] },
      { respondents: 20, margins: ['答えない'] },
    ];
    const found = rake(cells, [margin('row', { a: 100, b: 100 })]);
    expectAllDigits([...found.weights], [2, 2 / 3, 1], 10);
    expect(found.converged).toBe(true);
  });

  it('caps weights, and still reproduces the margins where that can be', () => {
    const cells = [
      { respondents: 5, margins: ['a', 'x'] },
      { respondents: 40, margins: ['a', 'y'] },
      { respondents: 40, margins: ['b', 'x'] },
      { respondents: 40, margins: ['b', 'y'] },
    ];
    const roster = [margin('row', { a: 500, b: 500 }), margin('column', { x: 500, y: 500 })];
    const free = rake(cells, roster, { cap: 100 });
    const held = rake(cells, roster, { cap: 3 });
    expect(Math.max(...free.weights)).toBeGreaterThan(3);
    expect(Math.max(...held.weights)).toBe(3);
    expect(held).toMatchObject({ converged: true, capped: 5 });
    expect(weightedShare(cells, held.weights, 0, 'a')).toBeCloseTo(0.5, 8);
    expect(weightedShare(cells, held.weights, 1, 'x')).toBeCloseTo(0.5, 8);
    // 15 of the 62.5 that x is worth are at the cap; the table has no other choice for the rest.
    expectAllDigits([...held.weights], [3, 47.5 / 40, 47.5 / 40, 15 / 40], 8);
  });

  it('holds the cap where it cannot reproduce the margins, and says so', () => {
    const cells = [
      { respondents: 5, margins: ['a'] },
      { respondents: 95, margins: ['b'] },
    ];
    const found = rake(cells, [margin('row', { a: 500, b: 500 })]);
    expectAllDigits([...found.weights], [5, 75 / 95], 12);
    expect(found).toMatchObject({ converged: false, capped: 5 });
    expectDigits(found.marginError, 0.25);
  });

  it('says so where empty cells contradict the margins', () => {
    const cells = [
      { respondents: 10, margins: ['a', 'x'] },
      { respondents: 10, margins: ['b', 'x'] },
      { respondents: 10, margins: ['b', 'y'] },
    ];
    const found = rake(cells, [margin('row', { a: 90, b: 10 }), margin('column', { x: 10, y: 90 })], { cap: 100 });
    expect(found.converged).toBe(false);
    expect(found.weights.every(Number.isFinite)).toBe(true);
    expect(found.marginError).toBeGreaterThan(0.1);
  });

  it('never exceeds the cap, and has mean 1', () => {
    const people = fc.integer({ min: 0, max: 40 });
    const tables = fc.array(fc.array(people, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(tables, fc.array(fc.nat(400), { minLength: 7, maxLength: 7 }), (rows, counts) => {
        const cells = table(rows);
        const margins = [
          margin('row', Object.fromEntries(rows.map((_, i) => ['abcdef'[i] ?? '', counts[i] ?? 0]))),
          margin('column', { x: counts[4] ?? 0, y: counts[5] ?? 0, z: counts[6] ?? 0 }),
        ];
        const found = rake(cells, margins, { cap: 2 });
        if (cells.every(({ respondents }) => respondents === 0)) return expect(found.converged).toBe(false);
        for (const weight of found.weights) {
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(2);
        }
        expectDigits(meanWeight(cells, found.weights), 1, 9);
        expect(found.designEffect).toBeGreaterThanOrEqual(1 - 1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it('knows nobody when nobody answered, and refuses cells that do not fit', () => {
    expect(rake([{ respondents: 0, margins: ['a', 'x'] }], ROSTER)).toMatchObject({
      weights: [0],
      designEffect: 1,
      effectiveN: 0,
      converged: false,
    });
    expect(() => rake([{ respondents: 1, margins: ['a'] }], ROSTER)).toThrow(RangeError);
    expect(() => rake([{ respondents: -1, margins: ['a', 'x'] }], ROSTER)).toThrow(RangeError);
    expect(() => rake(THREE, [margin('row', { a: -1 }), margin('column', { x: 1 })])).toThrow(RangeError);
    expect(() => rake(THREE, ROSTER, { cap: 1 })).toThrow(RangeError);
  });
});

describe('designEffect', () => {
  it('is 1 + cv²', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.1, max: 9, noNaN: true })), {
          minLength: 1,
        }),
        (each) => {
          const all = each.flatMap(([people, weight]) => Array<number>(people).fill(weight));
          const mean = all.reduce((sum, weight) => sum + weight, 0) / all.length;
          const variance = all.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / all.length;
          const effect = designEffect(
            each.map(([, weight]) => weight),
            each.map(([people]) => people),
          );
          expectDigits(effect, 1 + variance / mean ** 2, 9);
        },
      ),
    );
  });
});
