import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shownDifference, signedText } from './signed-text.js';

describe('signed differences', () => {
  it('carry plus, minus, or both at zero', () => {
    expect(['0.21', '-0.18', '0.00', '-0.00'].map(signedText)).toEqual(['+0.21', '−0.18', '±0.00', '±0.00']);
  });

  it('of shown figures are exact in hundredths', () => {
    const figure = fc.integer({ min: 100, max: 500 });
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const text = shownDifference((a / 100).toFixed(2), (b / 100).toFixed(2)) ?? '';
        expect(Math.round(Number(text.replace('−', '-').replace('±', '')) * 100)).toBe(a - b);
      }),
    );
  });

  it('do not exist where one side is a range or missing', () => {
    expect(shownDifference('4.80以上', '3.00')).toBeNull();
    expect(shownDifference(null, '3.00')).toBeNull();
  });
});
