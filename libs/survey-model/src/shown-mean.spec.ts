import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRational, formatHalfUp, meanOfRationals, rational, subtractRational } from './rational.js';
import { bandOfShown, formatShown, meanOfShown, shownMean, subtractShown } from './shown-mean.js';

const scale = { min: 1, max: 5 };
const tally = fc
  .integer({ min: 1, max: 30 })
  .chain((n) => fc.integer({ min: n, max: 5 * n }).map((sum) => ({ n, sum })));

describe('shownMean', () => {
  it('shows 4.8 and over and 1.2 and under as a range below ten answers', () => {
    expect(shownMean({ n: 5, sum: 25 }, scale, 10)).toMatchObject({ kind: 'at-least', low: rational(24, 5) });
    expect(shownMean({ n: 5, sum: 24 }, scale, 10)).toEqual(shownMean({ n: 5, sum: 25 }, scale, 10));
    expect(shownMean({ n: 5, sum: 6 }, scale, 10)).toMatchObject({ kind: 'at-most', high: rational(6, 5) });
    expect(shownMean({ n: 5, sum: 23 }, scale, 10).kind).toBe('exact');
  });

  it('shows the exact mean from ten answers, where the distribution is shown as well', () => {
    expect(shownMean({ n: 10, sum: 50 }, scale, 10)).toMatchObject({ kind: 'exact', low: rational(5) });
  });

  it('always holds the true mean, through means and differences', () => {
    fc.assert(
      fc.property(fc.array(tally, { minLength: 1, maxLength: 6 }), tally, (tallies, other) => {
        const exact = meanOfRationals(tallies.map(({ n, sum }) => rational(sum, n)));
        const shown = meanOfShown(tallies.map((each) => shownMean(each, scale, 10)));
        expect(compareRational(shown.low, exact)).toBeLessThanOrEqual(0);
        expect(compareRational(shown.high, exact)).toBeGreaterThanOrEqual(0);
        expect(shown.kind === 'exact').toBe(compareRational(shown.low, shown.high) === 0);
        const difference = subtractShown(shown, shownMean(other, scale, 10));
        const truth = subtractRational(exact, rational(other.sum, other.n));
        expect(compareRational(difference.low, truth)).toBeLessThanOrEqual(0);
        expect(compareRational(difference.high, truth)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is written with its direction, and has a band only where the whole range lies in it', () => {
    const texts = [30, 6, 20].map((sum) => formatShown(shownMean({ n: 6, sum }, scale, 10), 2));
    expect(texts).toEqual(['4.80以上', '1.20以下', '3.33']);
    const thresholds = { high: 3.8, norm: 3.6, low: 3.2 };
    const mixed = meanOfShown([30, 6].map((sum) => shownMean({ n: 6, sum }, scale, 10)));
    expect(formatShown(mixed, 2)).toBe('2.90〜3.10');
    expect(bandOfShown(mixed, thresholds)).toBe('low');
    expect(bandOfShown(mixed, { high: 3.8, norm: 3.6, low: 3 })).toBeNull();
  });

  it('does not let a capped item be had from its category', () => {
    const plain = shownMean({ n: 6, sum: 20 }, scale, 10);
    const category = (sum: number) => meanOfShown([plain, shownMean({ n: 6, sum }, scale, 10)]);
    expect(category(29)).toEqual(category(30));
    expect(category(30).kind).toBe('at-least');
    expect(formatHalfUp(category(30).low, 2)).toBe('4.07');
    expect(subtractShown(plain, category(30)).kind).toBe('at-most');
  });
});
