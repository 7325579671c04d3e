import { expect } from '@jest/globals';

/** Fails unless the figures agree to so many significant digits: |actual − expected| ≤ ½·10^(1−digits) of the expected one's magnitude. */
export function expectDigits(actual: number | null | undefined, expected: number, digits = 10): void {
  if (actual === null || actual === undefined || !Number.isFinite(actual))
    throw new Error(`${String(actual)} instead of ${expected}`);
  if (expected === 0) return void expect(Math.abs(actual)).toBeLessThanOrEqual(0.5 * 10 ** -digits);
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(expected))) + 1 - digits);
  if (Math.abs(actual - expected) > unit / 2) throw new Error(`${actual} is not ${expected} to ${digits} digits`);
}

/** The same for lists of equal length. */
export function expectAllDigits(
  actual: readonly (number | null)[] | null | undefined,
  expected: readonly number[],
  digits = 10,
): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((figure, at) => expectDigits(actual?.[at], figure, digits));
}
