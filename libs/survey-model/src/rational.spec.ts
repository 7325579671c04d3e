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

  it('rounds every tie up to n = 2,000 upwards', () => {
    let ties = 0;
    for (let n = 1; n <= 2000; n += 1) {
      // sum/n is a tie of the second decimal when 200·sum is an odd multiple of n.
      for (let sum = n; sum <= 5 * n; sum += 1) {
        if ((200 * sum) % n !== 0 || ((200 * sum) / n) % 2 === 0) continue;
        ties += 1;
        const hundredths = ((200 * sum) / n + 1) / 2;
        const expected = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
        if (formatHalfUp(rational(sum, n), 2) !== expected) throw new Error(`${sum}/${n} is not ${expected}`);
      }
    }
    expect(ties).toBeGreaterThan(10_000);
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
