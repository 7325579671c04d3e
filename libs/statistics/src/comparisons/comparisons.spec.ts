import { describe, expect, it } from '@jest/globals';
import ttest2 from '@stdlib/stats-ttest2';
import fc from 'fast-check';
import { expectAllDigits, expectDigits } from '../../../../test/factories/significant-digits.js';
import { referenceAdjustment, referenceTests } from '../../../../test/factories/stats-cases.js';
import {
  benjaminiHochberg,
  mannWhitney,
  mannWhitneyOfValues,
  sampleOfCounts,
  sampleOfValues,
  welch,
  type WelchTest,
} from '../index.js';

const tests = referenceTests();
const counts = fc.array(fc.nat(40), { minLength: 5, maxLength: 5 });
const expand = (each: readonly number[]) => each.flatMap((count, at) => Array<number>(count).fill(at + 1));
const figures = (test: WelchTest | null) => (test ? [test.t, test.df, test.p, test.low, test.high] : null);

describe('welch', () => {
  it.each([
    ['sleep', sampleOfValues(tests.sleep.x), sampleOfValues(tests.sleep.y), tests.sleep.welch],
    ['likert', sampleOfCounts(tests.likert.xCounts, 1), sampleOfCounts(tests.likert.yCounts, 1), tests.likert.welch],
  ])('agrees with R on %s to 12 digits', (_, x, y, expected) => {
    expectAllDigits([x.mean, y.mean], expected.means, 12);
    expectAllDigits(figures(welch(x, y)), [expected.t, expected.df, expected.p, ...expected.ci], 12);
  });

  it('agrees with the test of @stdlib on raw answers', () => {
    fc.assert(
      fc.property(counts, counts, (x, y) => {
        const [a, b] = [sampleOfCounts(x, 1), sampleOfCounts(y, 1)];
        const test = welch(a, b, 0.9);
        if (!test || a.variance + b.variance === 0) return;
        const theirs = ttest2(expand(x), expand(y), { variance: 'unequal', alpha: 0.1 });
        expect(test.t).toBeCloseTo(theirs.statistic, 9);
        expect(test.df).toBeCloseTo(theirs.df, 8);
        expect(test.p).toBeCloseTo(theirs.pValue, 10);
        expect(test.low).toBeCloseTo(theirs.ci[0] ?? NaN, 9);
        expect(test.high).toBeCloseTo(theirs.ci[1] ?? NaN, 9);
      }),
    );
  });

  it('turns its sign with its sides', () => {
    fc.assert(
      fc.property(counts, counts, (x, y) => {
        const [a, b] = [sampleOfCounts(x, 1), sampleOfCounts(y, 1)];
        const [there, back] = [welch(a, b), welch(b, a)];
        if (!there || !back) return expect(there).toBe(back);
        expect(back.t).toBe(there.t === 0 ? 0 : -there.t);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(back.df).toBeCloseTo(there.df, 8);
        expect(back.low).toBeCloseTo(-there.high, 10);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('defines what happens without spread', () => {
    const [three, four] = [sampleOfCounts([0, 0, 5, 0, 0], 1), sampleOfCounts([0, 0, 0, 3, 0], 1)];
    expect(welch(three, three)).toEqual({ difference: 0, t: 0, df: 8, p: 1, low: 0, high: 0 });
    expect(welch(three, four)).toEqual({ difference: -1, t: -Infinity, df: 6, p: 0, low: -1, high: -1 });
    // One side without spread is an ordinary case: df is that of the other side.
    expect(welch(three, sampleOfCounts([1, 0, 1, 1, 1], 1))?.df).toBeCloseTo(3, 12);
    expect(welch(three, sampleOfCounts([0, 1, 0, 0, 0], 1))).toBeNull();
  });
});

describe('mannWhitney', () => {
  const { airquality_may_aug: air, likert } = tests;

  it.each([
    [true, air.wilcox_cc, likert.wilcox_cc],
    [false, air.wilcox_nocc, likert.wilcox_nocc],
  ])('agrees with R to 12 digits, continuity %s', (continuity, onAir, onLikert) => {
    const raw = mannWhitneyOfValues(air.x, air.y, { continuity });
    expect(raw?.w).toBe(onAir.W);
    expectDigits(raw?.p, onAir.p, 12);
    const counted = mannWhitney(likert.xCounts, likert.yCounts, { continuity });
    expect(counted?.w).toBe(onLikert.W);
    expectDigits(counted?.p, onLikert.p, 12);
    expectDigits(counted?.superiority, likert.prob_superiority_x_gt_y, 12);
  });

  it('is the pairwise count, and equals its raw form', () => {
    fc.assert(
      fc.property(counts, counts, fc.boolean(), (x, y, continuity) => {
        const test = mannWhitney(x, y, { continuity });
        const [a, b] = [expand(x), expand(y)];
        expect(mannWhitneyOfValues(a, b, { continuity })).toEqual(test);
        const pairs = a.flatMap((one) => b.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)));
        if (!test) return expect(pairs).toHaveLength(0);
        expect(test.w).toBe(pairs.reduce((sum, pair) => sum + pair, 0));
      }),
      { numRuns: 40 },
    );
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(counts, counts, fc.boolean(), (x, y, continuity) => {
        const [there, back] = [mannWhitney(x, y, { continuity }), mannWhitney(y, x, { continuity })];
        if (!there || !back) return expect(there).toBe(back);
        expect(back.p).toBe(there.p);
        expect(back.superiority).toBeCloseTo(1 - there.superiority, 12);
        const [turned, mirrored] = [[...x].reverse(), [...y].reverse()];
        expect(mannWhitney(turned, mirrored, { continuity })?.p).toBeCloseTo(there.p, 12);
      }),
    );
  });

  it('finds nothing where all answer the same, and refuses differing scales', () => {
    expect(mannWhitney([0, 7], [0, 9], { continuity: true })).toEqual({ w: 31.5, p: 1, superiority: 0.5 });
    expect(mannWhitney([0, 0], [1, 1], { continuity: true })).toBeNull();
    expect(() => mannWhitney([1], [1, 2], { continuity: true })).toThrow(RangeError);
  });
});

describe('benjaminiHochberg', () => {
  const reference = referenceAdjustment();

  it('agrees with R and rejects what the paper rejects', () => {
    const adjusted = benjaminiHochberg(reference.p);
    expectAllDigits(adjusted, reference.BH, 12);
    expect(adjusted.filter((p) => p !== null && p <= 0.05)).toHaveLength(reference.rejected_BH_05);
  });

  it('leaves out what could not be tested', () => {
    const { p, BH_n3: expected } = reference.withNA;
    benjaminiHochberg(p).forEach((figure, at) => {
      const wanted = expected[at] ?? null;
      if (wanted === null) expect(figure).toBeNull();
      else expectDigits(figure, wanted, 12);
    });
    expect(benjaminiHochberg([null, null])).toEqual([null, null]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it('follows its definition: the least p(j)·m/j over j at or above the rank', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.option(p), { maxLength: 40 }), (ps) => {
        const adjusted = benjaminiHochberg(ps);
        const known = ps.filter((each) => each !== null).sort((a, b) => a - b);
        ps.forEach((each, at) => {
          const ours = adjusted[at] ?? null;
          if (each === null || ours === null) return expect(ours).toBe(each);
          const above = known.flatMap((other, rank) => (other >= each ? [(other * known.length) / (rank + 1)] : []));
          expect(ours).toBeCloseTo(Math.min(1, ...above), 12);
          expect(ours).toBeGreaterThanOrEqual(each);
          ps.forEach((other, place) => {
            if (other !== null && other < each) expect(adjusted[place] ?? 0).toBeLessThanOrEqual(ours);
          });
        });
      }),
    );
  });
});
