import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { FeasibilityAudit } from './index.js';

interface IntervalCase {
  readonly innerRows: number;
  readonly innerFreq: readonly number[];
  readonly cellInner: readonly (readonly number[])[];
  readonly expectedSuppressed_none: readonly number[];
  readonly lpIntervals_none: { readonly cell: number[]; readonly lo: number[]; readonly up: number[] };
}

describe('FeasibilityAudit', () => {
  // Intervals of the R package GaussSuppression for its own patterns: frequencies from 0 up (MIT licence, Statistics Norway).
  it.each(['z1_default', 'z1_maxN4', 'z2_twohier'])('finds the intervals of R for %s', async (name) => {
    const given = JSON.parse(readFileSync(`test/golden/reference/cases/sdc/${name}.json`, 'utf8')) as IntervalCase;
    const hidden = new Set(given.expectedSuppressed_none);
    const expected = given.lpIntervals_none;
    const audit = await FeasibilityAudit.of({
      width: given.innerRows,
      published: given.cellInner.filter((_, cell) => !hidden.has(cell)),
      guarded: expected.cell.map((cell) => given.cellInner[cell] ?? []),
    });
    const free = { lower: given.innerFreq.map(() => 0), upper: given.innerFreq.map(() => Infinity) };
    const values = { actual: given.innerFreq, ...free };
    const found = audit.intervals(values);
    found.forEach(({ low, high }, at) => {
      expect(low).toBeCloseTo(expected.lo[at] ?? NaN, 6);
      expect(high).toBeCloseTo(expected.up[at] ?? NaN, 6);
    });
    // The fast search calls narrow exactly the cells whose exact interval is narrower than asked.
    const asked = expected.cell.map(() => 5);
    const narrow = expected.cell.flatMap((_, at) => ((expected.up[at] ?? 0) - (expected.lo[at] ?? 0) < 5 ? [at] : []));
    expect(audit.narrow(values, asked).map(({ guarded }) => guarded)).toEqual(narrow);
    audit.dispose();
  });

  it('sees what bounds give away where sums alone do not', async () => {
    // Two people of one cell and three of another, together 5 × the top mark: each must have given it.
    const audit = await FeasibilityAudit.of({ width: 2, published: [[0, 1]], guarded: [[0], [1]] });
    const found = audit.narrow({ actual: [10, 15], lower: [2, 3], upper: [10, 15] }, [2, 3]);
    expect(found.map(({ guarded, low, high, binding }) => ({ guarded, low, high, binding }))).toEqual([
      { guarded: 0, low: 10, high: 10, binding: [0] },
      { guarded: 1, low: 15, high: 15, binding: [0] },
    ]);
    audit.dispose();
  });
});
