import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { modPow } from '../../../test/factories/mod-pow.js';
import { libraryNumber, type BigNumber } from './native-arithmetic.js';

const number = (value: bigint): BigNumber => libraryNumber(value.toString(16));
const value = (result: BigNumber): bigint => BigInt(result.toString());
const large = fc.bigInt({ min: 1n, max: 2n ** 3072n });
const odd = fc.bigInt({ min: 1n, max: 2n ** 3071n }).map((half) => 2n * half + 1n);
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

describe('the arithmetic that blinding uses', () => {
  it('inverts: times the number it is 1, for any odd modulus it shares no factor with', () => {
    fc.assert(
      fc.property(large, odd, (given, modulus) => {
        const inverse = (): bigint => value(number(given).inverseMod(number(modulus)));
        if (gcd(given, modulus) !== 1n) return void expect(inverse).toThrow('share a factor');
        expect((inverse() * given) % modulus).toBe(1n % modulus);
        expect(inverse() < modulus).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(() => number(6n).inverseMod(number(9n))).toThrow('share a factor');
    expect(() => number(0n).inverseMod(number(9n))).toThrow('share a factor');
  });

  it('multiplies and takes powers modulo a number', () => {
    fc.assert(
      fc.property(large, large, odd, fc.integer({ min: 0, max: 70_000 }), (a, b, modulus, exponent) => {
        expect(value(number(a).mulmod(number(b), number(modulus)))).toBe((a * b) % modulus);
        const power = value(number(a).powermod(number(BigInt(exponent)), number(modulus)));
        expect(power).toBe(modPow(a, exponent, modulus));
      }),
      { numRuns: 50 },
    );
  });
});
