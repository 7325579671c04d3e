import { describe, expect, it } from '@jest/globals';
import { formatShown, rational, roundHalfUp } from '#survey-model';
import fc from 'fast-check';
import { differenceText, meanOfItems, shownItem } from './shown-item.js';

const FIVE = { min: 1, max: 5 };
const score = (mean: string, n: number, counts?: number[]) => ({
  item: 'q1',
  n,
  mean,
  band: null,
  ...(counts ? { counts } : {}),
});

describe('an item’s mean as exactly as it may be known', () => {
  it('comes from the distribution where there is one', () => {
    // 41/40 = 1.025, which the api shows as 1.03.
    const mean = shownItem(score('1.03', 40, [39, 1, 0, 0, 0]), FIVE, 10);
    expect(mean?.low).toEqual(rational(41, 40));
  });

  it('comes from the text in small groups, where it gives the sum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 9 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: n, max: 5 * n }))),
        ([n, sum]) => {
          const text = roundHalfUp(rational(sum, n), 2).toFixed(2);
          expect(shownItem(score(text, n), FIVE, 10)?.low).toEqual(rational(sum, n));
        },
      ),
    );
  });

  it('stays a range where the release shows a range', () => {
    const top = shownItem(score('4.80以上', 6), FIVE, 10);
    expect(top && formatShown(top, 2)).toBe('4.80以上');
    const bottom = shownItem(score('1.20以下', 6), FIVE, 10);
    expect(bottom && formatShown(bottom, 2)).toBe('1.20以下');
  });

  it('makes no mean of items of which one is missing', () => {
    expect(meanOfItems([shownItem(score('3.00', 6), FIVE, 10), null])).toBeNull();
    expect(meanOfItems([])).toBeNull();
  });
});

describe('differences', () => {
  const of = (text: string, n: number, counts?: number[]) => shownItem(score(text, n, counts), FIVE, 10);

  it('round half up from the exact means, not from the rounded ones', () => {
    // 3.125 − 3.0 = 0.125 -> 0.13, whereas 3.13 − 3.00 happens to agree; 2.375 − 2.5 = −0.125 -> −0.13, while 2.38 − 2.50 = −0.12.
    expect(differenceText(of('3.13', 8), of('3.00', 8))).toBe('+0.13');
    expect(differenceText(of('2.38', 8), of('2.50', 8))).toBe('−0.13');
  });

  it('carry a sign, and neither plus nor minus at zero', () => {
    expect(differenceText(of('3.00', 8), of('3.00', 8))).toBe('±0.00');
  });

  it('are ranges where one side is', () => {
    expect(differenceText(of('4.80以上', 6), of('3.00', 8))).toBe('+1.80以上');
  });

  it('are missing where one side is missing', () => {
    expect(differenceText(null, of('3.00', 8))).toBeNull();
  });
});
