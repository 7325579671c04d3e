import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { engagementLink } from './engagement-link.js';
import { rankCorrelation } from './rank-correlation.js';

describe('rankCorrelation', () => {
  it('gives the textbook value for IQ and hours of television', () => {
    // The worked example of Wikipedia, "Spearman's rank correlation coefficient": Σd² = 194, ρ = 1 − 6·194 / (10·99) = −29/165.
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(rankCorrelation(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it('gives ties the mean of their ranks', () => {
    // By hand: ranks 1.5, 1.5, 3, 4 and 1, 3, 3, 3: twice those less the mean are (−2, −2, 1, 3) and (−3, 1, 1, 1): (6 − 2 + 1 + 3) / √(18·12).
    expect(rankCorrelation([10, 10, 20, 30], [1, 2, 2, 2])).toBeCloseTo(8 / Math.sqrt(216), 12);
  });

  it('has no value where nothing varies', () => {
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(rankCorrelation([], [])).toBeNull();
    expect(() => rankCorrelation([1], [])).toThrow(RangeError);
  });

  it('is 1 for any rising order, turns with its sign, and agrees with 1 − 6Σd²/(n³−n) where there are no ties', () => {
    const values = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), (x, stream) => {
        const y = x.map(() => stream.next().value);
        fc.pre(new Set(y).size === y.length);
        const rank = (list: readonly number[]) => list.map((value) => list.filter((each) => each <= value).length);
        const [a, b] = [rank(x), rank(y)];
        const squares = a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0);
        const expected = 1 - (6 * squares) / (x.length ** 3 - x.length);
        expect(rankCorrelation(x, y)).toBeCloseTo(expected, 10);
        expect(
          rankCorrelation(
            x,
            y.map((value) => -value),
          ),
        ).toBeCloseTo(-expected, 10);
        expect(
          rankCorrelation(
            x,
            x.map((value) => value ** 3),
          ),
        ).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('engagementLink', () => {
  const department = (departmentCode: string, active: number, headcount: number, mean: string) => ({
    ...{ departmentCode, active, headcount, mean },
  });
  const five = [
    department('a', 1, 40, '3.10'),
    department('b', 2, 30, '3.20'),
    department('c', 0, 25, '3.05'),
    department('d', 5, 40, '3.00'),
    department('e', 4, 60, '3.40'),
  ];
  const link = (departments: typeof five) =>
    engagementLink({ surveyId: 's', programmeKey: 'dx', measure: 'overall', departments });

  it('sets promoters per 100 staff beside the means', () => {
    // Ranks of 2.5, 6.67, 0, 12.5, 6.67: 2, 3.5, 1, 5, 3.5; of the means: 3, 4, 2, 1, 5. Centred: −1, ½, −2, 2, ½ and 0, 1, −1, −2, 2.
    expect(link(five)).toEqual({
      ...{ surveyId: 's', programmeKey: 'dx', measure: 'overall' },
      departments: [
        { departmentCode: 'a', density: '2.5', mean: '3.10' },
        { departmentCode: 'b', density: '6.7', mean: '3.20' },
        { departmentCode: 'c', density: '0.0', mean: '3.05' },
        { departmentCode: 'd', density: '12.5', mean: '3.00' },
        { departmentCode: 'e', density: '6.7', mean: '3.40' },
      ],
      // (½ + 2 − 4 + 1) / √(9.5 · 10) = −0.5 / 9.747 = −0.051.
      correlation: '-0.05',
    });
  });

  it('gives no correlation of fewer than 5, or of equal figures', () => {
    expect(link(five.slice(1)).correlation).toBeNull();
    expect(link([...five.slice(1), department('empty', 0, 0, '3.00')])).toMatchObject({ correlation: null });
    expect(link(five.map((each) => ({ ...each, mean: '3.00' }))).correlation).toBeNull();
  });

  it('refuses a mean that is a range', () => {
    expect(() => link([department('a', 1, 2, '4.8以上'), ...five])).toThrow(RangeError);
  });
});
