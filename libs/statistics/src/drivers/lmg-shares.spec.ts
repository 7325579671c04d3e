import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { performance } from 'node:perf_hooks';
import { expectAllDigits, expectDigits } from '../../../../test/factories/significant-digits.js';
import { attitudeRows } from '../../../../test/factories/stats-cases.js';
import { CrossProducts, lmgShares } from '../index.js';

const attitude = attitudeRows()
  .reduce((products, row) => products.add(row), new CrossProducts(7))
  .covariance();

/** R² of item 0 on some others, by the normal equations and elimination with the largest pivot. */
function regressionR2(covariance: readonly (readonly number[])[], on: readonly number[]): number {
  const rows = on.map((i) => [...on.map((j) => covariance[i]?.[j] ?? NaN), covariance[i]?.[0] ?? NaN]);
  on.forEach((_, at) => {
    const from = rows
      .slice(at)
      .reduce((best, row, i) => (Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? at + i : best), at);
    [rows[at], rows[from]] = [rows[from] ?? [], rows[at] ?? []];
    const pivot = rows[at] ?? [];
    rows.forEach((row, i) => {
      const factor = (row[at] ?? 0) / (pivot[at] ?? NaN);
      if (i !== at) rows[i] = row.map((value, j) => value - factor * (pivot[j] ?? 0));
    });
  });
  const explained = rows.reduce((sum, row, i) => {
    const slope = (row[on.length] ?? NaN) / (row[i] ?? NaN);
    return sum + slope * (covariance[on[i] ?? -1]?.[0] ?? NaN);
  }, 0);
  return explained / (covariance[0]?.[0] ?? NaN);
}

function ordersOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

/** A covariance MᵀM + I of full rank, from any small square M. */
function fullRank(seed: readonly (readonly number[])[]): number[][] {
  return seed.map((_, i) =>
    seed.map((_each, j) => seed.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), i === j ? 1 : 0)),
  );
}
const seeds = (size: number) =>
  fc.array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  });

describe('lmgShares', () => {
  it('agrees with the average over all orders of least squares fits on attitude (numpy)', () => {
    const found = lmgShares(attitude, 0, [1, 2, 3, 4, 5, 6]);
    expectDigits(found?.r2, 0.732601992531149, 12);
    expectAllDigits(
      [...(found?.shares ?? [])],
      [
        0.37081619431932844, 0.050903792971544425, 0.15576599016914178, 0.12034507940362654, 0.0065887225458608895,
        0.02818221312164739,
      ],
      11,
    );
  });

  it('explains a weighted sum of items', () => {
    const found = lmgShares(attitude, [1, 0, 0, 0, 2, 0, 0], [1, 2, 3, 5]);
    expectDigits(found?.r2, 0.7631422220982623, 12);
    expectAllDigits(
      [...(found?.shares ?? [])],
      [0.37818525671697084, 0.0800269550934419, 0.2465592381784464, 0.05837077210940315],
      11,
    );
  });

  it('is the average over all orders, for up to five predictors', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }).chain((size) => seeds(size)),
        (seed) => {
          const covariance = fullRank(seed);
          const predictors = covariance.map((_, i) => i).slice(1);
          const sums = predictors.map(() => 0);
          const orders = ordersOf(predictors);
          for (const order of orders)
            order.forEach((item, at) => {
              const gain =
                regressionR2(covariance, order.slice(0, at + 1)) - regressionR2(covariance, order.slice(0, at));
              sums[item - 1] = (sums[item - 1] ?? 0) + gain;
            });
          const found = lmgShares(covariance, 0, predictors);
          found?.shares.forEach((share, at) => expect(share).toBeCloseTo((sums[at] ?? NaN) / orders.length, 10));
          expect(found?.r2).toBeCloseTo(regressionR2(covariance, predictors), 10);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('never takes away, adds up to R², and treats predictors that look alike alike', () => {
    fc.assert(
      fc.property(seeds(7), fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 2 }), (seed, predictors) => {
        const covariance = fullRank(seed);
        const [a = 0, b = 0] = predictors;
        // b becomes a's twin: the same variance and the same company, but not the same answers.
        const twin = (i: number) => (i === b ? a : i);
        const alike = covariance.map((row, i) =>
          row.map((_, j) => {
            const value = covariance[twin(i)]?.[twin(j)] ?? NaN;
            return i !== j && twin(i) === twin(j) ? value - 1 : value;
          }),
        );
        const found = lmgShares(alike, 0, predictors);
        if (!found) throw new Error('no shares');
        for (const share of found.shares) expect(share).toBeGreaterThanOrEqual(0);
        expect(found.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(found.r2, 12);
        expect(found.shares[1]).toBeCloseTo(found.shares[0] ?? NaN, 10);
      }),
    );
  });

  it('divides what collinear predictors explain between them', () => {
    const products = new CrossProducts(5);
    attitudeRows().forEach(([y = 0, a = 0, b = 0]) => products.add([y, a, b, a + b, 3]));
    const covariance = products.covariance();
    const whole = lmgShares(covariance, 0, [1, 2]);
    const found = lmgShares(covariance, 0, [1, 2, 3, 4]);
    expectDigits(found?.r2, whole?.r2 ?? NaN, 10);
    expect(found?.shares[3]).toBe(0);
    expect(found?.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(whole?.r2 ?? NaN, 12);

    const twice = new CrossProducts(3);
    attitudeRows().forEach(([y = 0, a = 0]) => twice.add([y, a, a]));
    const single = lmgShares(twice.covariance(), 0, [1]);
    const halves = lmgShares(twice.covariance(), 0, [1, 2]);
    expectAllDigits([...(halves?.shares ?? [])], [(single?.r2 ?? NaN) / 2, (single?.r2 ?? NaN) / 2], 10);
  });

  it('explains the outcome of uncorrelated predictors by squared correlations', () => {
    const found = lmgShares(
      [
        [1, 0.5, 0.3],
        [0.5, 1, 0],
        [0.3, 0, 1],
      ],
      0,
      [1, 2],
    );
    expectAllDigits([found?.r2 ?? null, ...(found?.shares ?? [])], [0.34, 0.25, 0.09], 12);
  });

  it('takes 13 predictors in well under a second', () => {
    const size = 14;
    const covariance = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_each, j) => 0.9 ** Math.abs(i - j)),
    );
    const start = performance.now();
    const found = lmgShares(
      covariance,
      0,
      Array.from({ length: 13 }, (_, i) => i + 1),
    );
    expect(performance.now() - start).toBeLessThan(1000);
    // In a chain only the neighbour matters: R² = 0.9².
    expectDigits(found?.r2, 0.81, 10);
  });

  it('says what it cannot do', () => {
    const still = [
      [0, 0],
      [0, 1],
    ];
    expect(lmgShares(still, 0, [1])).toBeNull();
    expect(lmgShares(attitude, 0, [])).toEqual({ r2: 0, shares: [] });
    // A score explained by what it is made of: everything is explained.
    const own = lmgShares(attitude, [1, 1, 0, 0, 0, 0, 0], [0, 1]);
    expect(own?.r2).toBeCloseTo(1, 12);
    expect(own?.shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(() => lmgShares(attitude, 0, [0, 1])).toThrow(/one of the predictors/);
    expect(() => lmgShares(attitude, 0, [1, 1])).toThrow(/twice/);
    expect(() => lmgShares(attitude, 0, [7])).toThrow(RangeError);
    expect(() => lmgShares(attitude, 9, [1])).toThrow(RangeError);
    expect(() => lmgShares(attitude, [1], [1])).toThrow(RangeError);
  });
});
