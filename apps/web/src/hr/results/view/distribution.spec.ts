import { describe, expect, it } from '@jest/globals';
import { distribution } from './distribution.js';

describe('a distribution', () => {
  it('has the label, the count and the share of every option, half up', () => {
    const shares = distribution([1, 0, 7], { min: 1, max: 3, labels: ['低', '中', '高'] });
    expect(shares).toEqual([
      { option: 1, label: '低', count: 1, percent: '12.5' },
      { option: 2, label: '中', count: 0, percent: '0.0' },
      { option: 3, label: '高', count: 7, percent: '87.5' },
    ]);
  });

  it('uses the number where an option has no label', () => {
    expect(distribution([3], { min: 0, max: 0 })[0]?.label).toBe('0');
  });

  it('has no shares of nobody', () => {
    expect(distribution([0, 0], { min: 1, max: 2 })).toEqual([]);
  });
});
