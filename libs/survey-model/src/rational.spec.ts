import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addRational,
  compareRational,
  formatHalfUp,
  formatPercent,
  meanOfRationals,
  rational,
  rationalFromDecimal,
  rationalFromText,
  rationalToText,
  roundHalfUp,
  subtractRational,
} from './index.js';

/** Schoolbook long division on digits: independent of the product's integer formula. */
function longDivision(num: number, den: number, digits: number): string {
  let rest = num % den;
  const decimals: number[] = [];
  for (let place = 0; place < digits; place += 1) {
    rest *= 10;
    decimals.push(Math.floor(rest / den));
    rest %= den;
  }
  let carry = rest * 2 >= den ? 1 : 0;
  for (let place = digits - 1; place >= 0; place -= 1) {
    const digit = (decimals[place] ?? 0) + carry;
    carry = digit > 9 ? 1 : 0;
    decimals[place] = digit % 10;
  }
  const whole = Math.floor(num / den) + carry;
  return digits === 0 ? String(whole) : `${whole}.${decimals.join('')}`;
}

const hundredths = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;

describe('formatHalfUp', () => {
  it.each([
    [41, 40, '1.03'],
    [3345, 1000, '3.35'],
    [3095, 1000, '3.10'],
    [-1, 8, '-0.13'],
    [-1, 1000, '0.00'],
    [2067, 636, '3.25'],
  ])('%d/%d is %s', (num, den, text) => {
    expect(formatHalfUp(rational(num, den), 2)).toBe(text);
  });

  // On scales from 0 to 10 sum/n is a tie of the second decimal exactly when 200·sum/n is an odd integer k, so the ties of one n are
  // the k = 1, 3, … 1999 for which k·n/200 is an integer. All of this is plain integer arithmetic, apart from the product's.
  it('rounds every tie up to n = 2,000 away from zero, and nothing that lies a hair beside one', () => {
    let ties = 0;
    for (let n = 1n; n <= 2000n; n += 1n) {
      for (let k = 1n; k < 2000n; k += 2n) {
        if ((k * n) % 200n !== 0n) continue;
        ties += 1;
        const sum = (k * n) / 200n;
        const [up, down] = [hundredths((k + 1n) / 2n), hundredths((k - 1n) / 2n)];
        const shown = [
          formatHalfUp(rational(sum, n), 2),
          formatHalfUp(rational(-sum, n), 2),
          formatHalfUp(rational(sum * 10n ** 20n - 1n, n * 10n ** 20n), 2),
        ];
        const expected = [up, `-${up}`, down];
        if (shown.join() !== expected.join()) throw new Error(`${sum}/${n}: ${shown.join()} is not ${expected.join()}`);
      }
    }
    // k is odd, so 8 divides n; then k is a multiple of 25/gcd(n, 25), of which 40·gcd(n, 25) odd ones lie below 2,000. Of the 250 such n,
    // 10 are multiples of 25 and 40 more of 5: 40·(10·25 + 40·5 + 200) in all.
    expect(ties).toBe(26_000);
  });

  it('agrees with long division', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 4 }),
        (num, den, digits) => {
          expect(formatHalfUp(rational(num, den), digits)).toBe(longDivision(num, den, digits));
        },
      ),
    );
  });
});

describe('rational arithmetic', () => {
  const any = fc.record({ num: fc.integer({ min: -1000, max: 1000 }), den: fc.integer({ min: 1, max: 1000 }) });

  it('adds, subtracts and compares as cross-multiplication says', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [x, y] = [rational(a.num, a.den), rational(b.num, b.den)];
        expect(subtractRational(addRational(x, y), y)).toEqual(x);
        expect(Math.sign(compareRational(x, y))).toBe(Math.sign(a.num * b.den - b.num * a.den));
      }),
    );
  });

  it('survives text and back', () => {
    fc.assert(
      fc.property(any, ({ num, den }) =>
        expect(rationalFromText(rationalToText(rational(num, den)))).toEqual(rational(num, den)),
      ),
    );
  });

  it('reads decimals exactly', () => {
    expect(rationalFromDecimal('3.8')).toEqual(rational(19, 5));
    expect(rationalFromDecimal(-0.25)).toEqual(rational(-1, 4));
    expect(() => rationalFromDecimal('3,8')).toThrow(RangeError);
  });

  it('refuses a zero denominator and an empty mean', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => meanOfRationals([])).toThrow(RangeError);
    expect(meanOfRationals([rational(1, 2), rational(1, 3)])).toEqual(rational(5, 12));
  });

  it('gives percentages and numbers', () => {
    expect(formatPercent(636, 2041)).toBe('31.2');
    expect(roundHalfUp(rational(41, 40), 2)).toBe(1.03);
  });
});
