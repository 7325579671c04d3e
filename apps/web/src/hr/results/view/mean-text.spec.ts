import { describe, expect, it } from '@jest/globals';
import { drawnMean, meanText, readMean } from './mean-text.js';

describe('mean texts', () => {
  it('reads exact means and ranges', () => {
    expect(readMean('3.25')).toEqual({ kind: 'exact', low: 3.25, high: 3.25 });
    expect(readMean('4.80以上')).toEqual({ kind: 'at-least', low: 4.8, high: 4.8 });
    expect(readMean('1.20以下')).toEqual({ kind: 'at-most', low: 1.2, high: 1.2 });
    expect(readMean('2.10〜2.30')).toEqual({ kind: 'between', low: 2.1, high: 2.3 });
    expect(readMean('秘匿')).toBeNull();
    expect(readMean(null)).toBeNull();
  });

  it('draws a range in its middle and nothing where there is no mean', () => {
    expect(drawnMean('2.00〜3.00')).toBe(2.5);
    expect(drawnMean('4.80以上')).toBe(4.8);
    expect(drawnMean(null)).toBeNull();
  });

  it('leaves Japanese as it is and says the same in English', () => {
    expect(meanText('4.80以上', 'ja')).toBe('4.80以上');
    expect(meanText('4.80以上', 'en')).toBe('≥ 4.80');
    expect(meanText('1.20以下', 'en')).toBe('≤ 1.20');
    expect(meanText('2.10〜2.30', 'en')).toBe('2.10–2.30');
    expect(meanText('3.30', 'en')).toBe('3.30');
  });
});
