import { describe, expect, it } from '@jest/globals';
import {
  ageBandOf,
  ageOn,
  bandOf,
  canMove,
  DEFAULT_TARGET_RULE,
  isTarget,
  lineageOf,
  rational,
  rationalFromDecimal,
} from './index.js';

describe('age', () => {
  it.each([
    ['1990-04-02', '2024-04-01', 33],
    ['1990-04-01', '2024-04-01', 34],
    ['2000-02-29', '2023-02-28', 22],
    ['2000-02-29', '2023-03-01', 23],
    ['2000-02-29', '2024-02-29', 24],
  ])('of %s on %s is %d', (birth, day, age) => expect(ageOn(birth, day)).toBe(age));

  it.each([
    [29, 'under-30'],
    [30, '30s'],
    [59, '50s'],
    [60, '60-over'],
  ])('%d is in %s', (age, band) => expect(ageBandOf(age)).toBe(band));
});

describe('bandOf', () => {
  const thresholds = { high: 3.8, norm: 3.6, low: 3.2 };

  it.each([
    ['3.8', 'middle'],
    ['3.81', 'high'],
    ['3.2', 'middle'],
    ['3.19', 'low'],
    ['3.25', 'middle'],
  ])('%s is %s', (mean, band) => expect(bandOf(rationalFromDecimal(mean), thresholds)).toBe(band));

  it('judges the exact mean, not the rounded one', () => expect(bandOf(rational(3801, 1000), thresholds)).toBe('high'));
});

describe('the target rule', () => {
  it('leaves out the three job types and nobody else', () => {
    const staff = { jobType: '事務職', status: 'leave', employmentType: 'reappointed' } as const;
    expect(isTarget(staff, DEFAULT_TARGET_RULE)).toBe(true);
    for (const jobType of ['教育職', '消防職', '医療職'])
      expect(isTarget({ ...staff, jobType }, DEFAULT_TARGET_RULE)).toBe(false);
    expect(isTarget(staff, { ...DEFAULT_TARGET_RULE, excludedStatuses: ['leave'] })).toBe(false);
  });
});

describe('survey states', () => {
  it('only move forward', () => {
    expect(canMove('draft', 'open')).toBe(true);
    expect(canMove('open', 'closed')).toBe(true);
    expect(canMove('closed', 'open')).toBe(false);
    expect(canMove('draft', 'closed')).toBe(false);
  });
});

describe('lineageOf', () => {
  it('goes up to the top and survives a circle', () => {
    expect(
      lineageOf(
        'c',
        new Map([
          ['c', 'b'],
          ['b', 'a'],
        ]),
      ),
    ).toEqual(['c', 'b', 'a']);
    expect(
      lineageOf(
        'a',
        new Map([
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ),
    ).toEqual(['a', 'b']);
  });
});
