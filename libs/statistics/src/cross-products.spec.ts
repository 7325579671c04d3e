import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CrossProducts, sampleOfValues } from './index.js';

const row = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 }), { minLength: 3, maxLength: 3 });
const rows = fc.array(row, { maxLength: 40 });
const take = (each: readonly (readonly (number | null)[])[]) =>
  each.reduce((products, one) => products.add(one), new CrossProducts(3));
const state = ({ n, incomplete, sums, products }: CrossProducts) => ({ n, incomplete, sums, products });

describe('CrossProducts', () => {
  it('counts complete rows only', () => {
    const counted = take([
      [1, 2, 3],
      [5, null, 5],
      [2, 2, 2],
    ]);
    expect(state(counted)).toEqual({
      n: 2,
      incomplete: 1,
      sums: [3, 4, 5],
      products: [
        [5, 6, 7],
        [6, 8, 10],
        [7, 10, 13],
      ],
    });
  });

  it('gives the covariances of the textbook', () => {
    fc.assert(
      fc.property(rows, (each) => {
        const counted = take(each);
        if (counted.n < 2) return expect(() => counted.covariance()).toThrow(RangeError);
        const complete = each.filter((one): one is number[] => one.every((value) => value !== null));
        const means = [0, 1, 2].map((i) => sampleOfValues(complete.map((one) => one[i] ?? NaN)).mean);
        const found = counted.covariance();
        for (const i of [0, 1, 2])
          for (const j of [0, 1, 2]) {
            const deviations = complete.map(
              (one) => ((one[i] ?? NaN) - (means[i] ?? NaN)) * ((one[j] ?? NaN) - (means[j] ?? NaN)),
            );
            const textbook = deviations.reduce((sum, each_) => sum + each_, 0) / (complete.length - 1);
            expect(found[i]?.[j]).toBeCloseTo(textbook, 12);
          }
      }),
    );
  });

  it('merges to what one pass gives, in any order, repeated rows being the same row again', () => {
    fc.assert(
      fc.property(rows, rows, row, fc.nat(5), (a, b, repeated, times) => {
        const onePass = state(take([...a, ...b, ...Array.from({ length: times }, () => repeated)]));
        expect(state(take(a).merge(take(b)).add(repeated, times))).toEqual(onePass);
        expect(state(take(b).add(repeated, times).merge(take(a)))).toEqual(onePass);
      }),
    );
  });

  it('has no correlation with an item that does not vary', () => {
    const counted = take([
      [1, 3, 4],
      [2, 3, 5],
    ]);
    expect(counted.correlation()).toBeNull();
    expect(new CrossProducts(2).add([1, 5]).add([2, 4]).correlation()).toEqual([
      [1, -1],
      [-1, 1],
    ]);
  });

  it('refuses rows of another length, answers that are not whole, odd repetitions and other items', () => {
    expect(() => new CrossProducts(2).add([1])).toThrow(RangeError);
    expect(() => new CrossProducts(2).add([1, 1.5])).toThrow(RangeError);
    expect(() => new CrossProducts(2).add([1, 1], -1)).toThrow(RangeError);
    expect(() => new CrossProducts(2).merge(new CrossProducts(3))).toThrow(RangeError);
  });
});
