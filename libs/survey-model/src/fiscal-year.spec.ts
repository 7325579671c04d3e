import { describe, expect, it } from '@jest/globals';
import {
  dateInJapan,
  endOfDayInJapan,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearRange,
  fiscalYearShort,
  japaneseDate,
} from './index.js';

describe('fiscal years', () => {
  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2024-02-29', 2023],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
  ])('%s is in %d', (date, year) => expect(fiscalYearOf(date)).toBe(year));

  it.each([
    [2026, '令和8年度', 'R8'],
    [2019, '令和元年度', 'R1'],
    [2018, '平成30年度', 'H30'],
    [1989, '平成元年度', 'H1'],
  ])('%d is %s and %s', (year, label, short) => {
    expect(fiscalYearLabel(year)).toBe(label);
    expect(fiscalYearShort(year)).toBe(short);
  });

  it('refuses what is no date', () => {
    expect(() => fiscalYearOf('2026/04/01')).toThrow(RangeError);
    expect(() => japaneseDate('令和8年')).toThrow(RangeError);
  });

  it('knows its first and last day', () =>
    expect(fiscalYearRange(2026)).toEqual({ first: '2026-04-01', last: '2027-03-31' }));
});

describe('days in Japan', () => {
  it('end at midnight there, whatever the server thinks', () => {
    expect(endOfDayInJapan('2024-06-28').toISOString()).toBe('2024-06-28T15:00:00.000Z');
    expect(dateInJapan(new Date('2024-06-28T14:59:59Z'))).toBe('2024-06-28');
    expect(dateInJapan(new Date('2024-06-28T15:00:00Z'))).toBe('2024-06-29');
  });

  it('are written in the Japanese calendar', () => expect(japaneseDate('2024-05-24')).toBe('令和6年5月24日'));
});
