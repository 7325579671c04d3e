import { describe, expect, it } from '@jest/globals';
import { chanceBound, rightByLot, tailByLot } from './chance.js';

/** Distribution of the number of fixed points of a random permutation. */
function fixedPoints(size: number): number[] {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const derangements = (n: number): number =>
    Array.from({ length: n + 1 }, (_, i) => (i % 2 ? -1 : 1) / factorial(i)).reduce((sum, term) => sum + term, 0);
  return Array.from({ length: size + 1 }, (_, right) => derangements(size - right) / factorial(right));
}

function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = Array.from({ length: a.length + b.length - 1 }, () => 0);
  a.forEach((p, i) => b.forEach((q, j) => (sum[i + j] = (sum[i + j] ?? 0) + p * q)));
  return sum;
}

describe('the statistic', () => {
  it('counts a person only where the ballot is among those matched', () => {
    const truth = new Map([
      ['a', '1'],
      ['b', '2'],
      ['c', '9'],
    ]);
    expect(rightByLot(['a', 'b', 'c'], ['1', '2', '3', '4'], truth)).toBe(0.5);
    expect(rightByLot(['a'], [], truth)).toBe(0);
  });

  it('lies over the true tail for one set and for many, large and small', () => {
    for (const [sets, size] of [
      [1, 2],
      [1, 3],
      [1, 10],
      [1, 20],
      [10, 3],
      [40, 2],
      [8, 12],
    ] as const) {
      let exact = [1];
      for (let set = 0; set < sets; set += 1) exact = convolve(exact, fixedPoints(size));
      for (let right = 1; right < exact.length; right += 1) {
        const tail = exact.slice(right).reduce((sum, p) => sum + p, 0);
        expect(tailByLot(sets, right) * (1 + 1e-9)).toBeGreaterThanOrEqual(tail);
      }
    }
  });

  it('asks for more where more is tried, and for one where lots never hit', () => {
    expect(chanceBound(0, 1000)).toBe(1);
    expect(chanceBound(1, 1)).toBe(10);
    expect(chanceBound(1, 1000)).toBe(13);
  });
});
