import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectAllDigits, expectDigits } from '../../../test/factories/significant-digits.js';
import { sampleOfCounts, shrinkMeans } from './index.js';

const counts = fc.array(fc.nat(8), { minLength: 5, maxLength: 5 });

describe('shrinkMeans', () => {
  it('agrees with the textbook formulas (numpy, 1/variance form)', () => {
    const found = shrinkMeans(
      [
        [2, 5, 8, 4, 1],
        [0, 0, 1, 2, 3],
        [4, 3, 1, 0, 0],
        [10, 22, 40, 30, 8],
        [0, 1, 1, 1, 0],
      ].map((each) => sampleOfCounts(each, 1)),
    );
    expectDigits(found?.betweenVariance, 0.3598688540332909);
    expectDigits(found?.grandMean, 2.944807316389903);
    expectAllDigits(
      found?.weights,
      [0.869336851965714, 0.6662194223005191, 0.7268734852563434, 0.9733992819945804, 0.49949701880471337],
    );
    expectAllDigits(
      found?.estimates,
      [2.862387822416187, 3.8698703172471958, 1.9854743724587527, 3.033928172514401, 2.972375897312978],
    );
  });

  it('puts every estimate between its mean and the grand mean, nearer to its own the larger the group', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 8 }), (each) => {
        const groups = each.map((one) => sampleOfCounts(one, 1));
        const found = shrinkMeans(groups);
        if (!found) return expect(groups.every(({ n }) => n < 2)).toBe(true);
        expect(found.betweenVariance).toBeGreaterThanOrEqual(0);
        groups.forEach(({ n, mean }, at) => {
          const [estimate, weight] = [found.estimates[at] ?? NaN, found.weights[at] ?? NaN];
          const own = n === 0 ? found.grandMean : mean;
          expect(estimate).toBeGreaterThanOrEqual(Math.min(own, found.grandMean) - 1e-12);
          expect(estimate).toBeLessThanOrEqual(Math.max(own, found.grandMean) + 1e-12);
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
          groups.forEach((other, place) => {
            if (other.n > n) expect(found.weights[place] ?? NaN).toBeGreaterThanOrEqual(weight);
          });
        });
      }),
    );
  });

  it('draws groups that differ by no more than chance to one mean', () => {
    const found = shrinkMeans([sampleOfCounts([3, 4, 3], 1), sampleOfCounts([6, 8, 6], 1)]);
    expect(found).toEqual({ estimates: [2, 2], weights: [0, 0], grandMean: 2, betweenVariance: 0 });
  });

  it('keeps means without noise', () => {
    const found = shrinkMeans([sampleOfCounts([4, 0, 0], 1), sampleOfCounts([0, 0, 2], 1)]);
    expect(found?.estimates).toEqual([1, 3]);
    expect(found?.weights).toEqual([1, 1]);
    expect(found?.grandMean).toBe(2);
  });

  it('gives an empty group the grand mean, and refuses to guess from single answers', () => {
    const found = shrinkMeans([sampleOfCounts([5, 5], 1), sampleOfCounts([0, 0], 1)]);
    expect(found?.estimates).toEqual([1.5, 1.5]);
    expect(shrinkMeans([sampleOfCounts([1, 0], 1), sampleOfCounts([0, 1], 1)])).toBeNull();
    expect(shrinkMeans([])).toBeNull();
    expect(shrinkMeans([sampleOfCounts([0, 0], 1)])).toBeNull();
  });
});
