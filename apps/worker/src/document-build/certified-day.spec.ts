import { describe, expect, it } from '@jest/globals';
import { certifiedDay } from './certified-day.js';

describe('certifiedDay', () => {
  const days = ['2025-05-01', '2026-03-31', '2026-04-01', '2026-09-01'];

  it('is the first day of all for courses and for programmes that count once', () => {
    expect(certifiedDay(days, null)).toBe('2025-05-01');
    expect(certifiedDay(days, 'once-in-plan')).toBe('2025-05-01');
  });

  it('is the first day of the latest fiscal year for programmes that count every year', () => {
    expect(certifiedDay(days, 'once-a-fiscal-year')).toBe('2026-04-01');
    expect(certifiedDay(days.slice(0, 2), 'once-a-fiscal-year')).toBe('2025-05-01');
  });

  it('is refused of nothing', () => {
    expect(() => certifiedDay([], null)).toThrow(RangeError);
  });
});
