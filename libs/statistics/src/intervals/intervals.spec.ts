import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectAllDigits, expectDigits } from '../../../../test/factories/significant-digits.js';
import { eNps, meanInterval, sampleOfCounts, sampleOfValues, shareInterval } from '../index.js';

// Expected figures: mpmath at 30 digits, from the formulas in docs/methods.md.
const LIKERT = sampleOfCounts([12, 25, 44, 40, 9], 1);
const counts = fc.array(fc.nat(200), { minLength: 2, maxLength: 7 });

describe('a sample', () => {
  it('is what the raw values say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 2, maxLength: 7 }),
        fc.integer({ min: -3, max: 3 }),
        (each, min) => {
          const raw = sampleOfValues(each.flatMap((count, at) => Array<number>(count).fill(min + at)));
          const ours = sampleOfCounts(each, min);
          expect(ours.n).toBe(raw.n);
          if (raw.n > 0) expect(ours.mean).toBeCloseTo(raw.mean, 12);
          if (raw.n > 1) expect(ours.variance).toBeCloseTo(raw.variance, 12);
        },
      ),
    );
  });

  it('says what is undefined', () => {
    expect(sampleOfCounts([0, 0], 1)).toEqual({ n: 0, mean: NaN, variance: NaN });
    expect(sampleOfCounts([0, 1], 1)).toEqual({ n: 1, mean: 2, variance: NaN });
    expect(sampleOfValues([])).toEqual({ n: 0, mean: NaN, variance: NaN });
    expect(sampleOfValues([0.1, 0.1, 0.1])).toEqual({ n: 3, mean: 0.1, variance: 0 });
    expect(() => sampleOfCounts([1, -1], 1)).toThrow(RangeError);
    expect(() => sampleOfCounts([1.5], 1)).toThrow(RangeError);
  });
});

describe('meanInterval', () => {
  it.each([
    [null, 0.95, 0.0940625285493505158, 2.88312575276541232, 3.25533578569612614],
    [200, 0.95, 0.0556481423498043041, 2.95912955668635731, 3.17933198177518115],
    [2041, 0.95, 0.0910176231879598456, 2.88915017259716027, 3.2493113658643782],
    [200, 0.99, 0.0556481423498043041, 2.92373988747906148, 3.21472165098247698],
  ])('130 answers of %s at %s', (population, level, standardError, low, high) => {
    const interval = meanInterval(LIKERT, population, level);
    expectAllDigits(
      [interval?.standardError ?? null, interval?.low ?? null, interval?.high ?? null],
      [standardError, low, high],
    );
    expect(interval?.df).toBe(129);
  });

  it('is null under two answers', () => {
    expect(meanInterval(sampleOfCounts([0, 1], 1), 10)).toBeNull();
    expect(meanInterval(sampleOfCounts([0, 0], 1), 10)).toBeNull();
  });

  it.each([130, 129, 1, 0])('has no width when N = %d does not exceed n = 130', (population) => {
    const interval = meanInterval(LIKERT, population);
    expect(interval?.standardError).toBe(0);
    expect([interval?.low, interval?.high]).toEqual([LIKERT.mean, LIKERT.mean]);
  });

  it('holds the mean, and shrinks with n, with N and with less confidence', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 5000 }), (each, more) => {
        const sample = sampleOfCounts(each, 1);
        const population = sample.n + more;
        const width = (of: typeof sample, size: number | null, level?: number) => {
          const interval = meanInterval(of, size, level);
          if (!interval) return null;
          expect(interval.low).toBeLessThanOrEqual(of.mean);
          expect(interval.high).toBeGreaterThanOrEqual(of.mean);
          return interval.high - interval.low;
        };
        const base = width(sample, population);
        if (base === null || !(sample.variance > 0)) return;
        expect(width({ ...sample, n: sample.n + 1 }, population)).toBeLessThan(base);
        expect(width(sample, population + 1)).toBeGreaterThan(base);
        expect(width(sample, null)).toBeGreaterThan(base);
        expect(width(sample, population, 0.9)).toBeLessThan(base);
      }),
    );
  });
});

describe('shareInterval', () => {
  it.each([
    [49, 130, null, 0.298278331476789273, 0.462632822047993847],
    [49, 130, 200, 0.329019848624997202, 0.427358595603953499],
    [0, 10, null, 0, 0.277532799862889253],
    [0, 10, 40, 0, 0.228095372354198414],
    [10, 10, 40, 0.771904627645801586, 1],
    [636, 2041, null, 0.291888370286100733, 0.332043354746753636],
  ])('%d of %d, N = %s', (successes, n, population, low, high) => {
    const interval = shareInterval(successes, n, population);
    expectAllDigits([interval?.low ?? null, interval?.high ?? null], [low, high]);
  });

  it('stays on the scale, holds p, mirrors, shrinks with N, and has no width from n = N on', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(2000), (yes, no, more) => {
        const n = yes + no;
        const interval = shareInterval(yes, n, n + more + 1);
        if (n === 0) return expect(interval).toBeNull();
        if (!interval) throw new Error('no interval');
        const p = yes / n;
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(p);
        expect(interval.high).toBeGreaterThanOrEqual(p);
        expect(interval.high).toBeLessThanOrEqual(1);
        const mirror = shareInterval(no, n, n + more + 1);
        expect(mirror?.low).toBeCloseTo(1 - interval.high, 12);
        const wider = shareInterval(yes, n, n + more + 2);
        const [width, wide] = [interval.high - interval.low, (wider?.high ?? 0) - (wider?.low ?? 0)];
        // A single answer is worth one whatever N is.
        if (n === 1) expect(wide).toBeCloseTo(width, 12);
        else expect(wide).toBeGreaterThan(width);
        expect(shareInterval(yes, n, Math.max(0, n - more))).toEqual({ low: p, high: p });
      }),
    );
  });

  it('solves the quadratic Wilson starts from: |p − π| = z·√(π(1 − π)/m)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), fc.nat(2000), (yes, no, more) => {
        const [n, population] = [yes + no, yes + no + more + 1];
        const interval = shareInterval(yes, n, population);
        for (const bound of [interval?.low ?? NaN, interval?.high ?? NaN]) {
          const variance = ((bound * (1 - bound)) / n) * ((population - n) / (population - 1));
          expectDigits(Math.abs(yes / n - bound) / Math.sqrt(variance), 1.959963984540054, 8);
        }
      }),
    );
  });

  it('refuses what is no share', () => {
    expect(() => shareInterval(3, 2, 10)).toThrow(RangeError);
    expect(() => shareInterval(-1, 2, 10)).toThrow(RangeError);
    expect(() => shareInterval(1, 2, 10, 1)).toThrow(RangeError);
  });
});

describe('eNps', () => {
  it('is promoters minus detractors with the interval of a trichotomy', () => {
    const found = eNps([4, 1, 2, 5, 6, 30, 22, 28, 20, 8, 4], 200);
    expectDigits(found?.score, -44.6153846153846154);
    expectDigits(found?.low, -51.3868031509695025);
    expectDigits(found?.high, -37.8439660797997282);
    expectDigits(found?.detractors, 53.8461538461538462);
    expectDigits(found?.passives, 36.9230769230769231);
    expectDigits(found?.promoters, 9.23076923076923077);
  });

  it('gives shares that add up and an interval that holds the score', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 11, maxLength: 11 }), (each) => {
        const found = eNps(each);
        if (!found) return expect(each.every((count) => count === 0)).toBe(true);
        expect(found.promoters + found.passives + found.detractors).toBeCloseTo(100, 9);
        expect(found.promoters - found.detractors).toBeCloseTo(found.score, 9);
        if (found.low === null || found.high === null) return;
        expect(found.low).toBeGreaterThanOrEqual(-100);
        expect(found.high).toBeLessThanOrEqual(100);
        expect(found.low).toBeLessThanOrEqual(found.score);
        expect(found.high).toBeGreaterThanOrEqual(found.score);
      }),
    );
  });

  it('knows no interval for one answer, and no other scale', () => {
    expect(eNps([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])).toMatchObject({ score: 100, low: null, high: null });
    expect(() => eNps([1, 2, 3])).toThrow(RangeError);
  });
});
