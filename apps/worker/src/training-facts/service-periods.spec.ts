import { describe, expect, it } from '@jest/globals';
import { serviceExposure } from './service-exposure.js';
import { servicePeriods } from './service-periods.js';

const left = (day: string) => ({ kind: 'left' as const, day });
const returned = (day: string) => ({ kind: 'returned' as const, day });
const record = { events: [], leftOn: null, changedOn: null };

describe('servicePeriods', () => {
  it('is one stretch for somebody who has always served', () => {
    expect(servicePeriods(record, true)).toEqual([{ from: null, until: null }]);
  });

  it('ends on the day before the roster no longer had them', () => {
    const leaver = { ...record, events: [left('2026-04-01')], leftOn: '2026-04-01' };
    expect(servicePeriods(leaver, true)).toEqual([{ from: null, until: '2026-03-31' }]);
    expect(servicePeriods({ ...record, leftOn: '2026-04-01' }, true)).toEqual([{ from: null, until: '2026-03-31' }]);
  });

  it('has another stretch for whoever comes back, and none for a day that was none', () => {
    const events = [left('2025-04-01'), returned('2026-04-01')];
    expect(servicePeriods({ ...record, events }, true)).toEqual([
      { from: null, until: '2025-03-31' },
      { from: '2026-04-01', until: null },
    ]);
    const again = { ...record, events: [...events, left('2026-04-01')], leftOn: '2026-04-01' };
    expect(servicePeriods(again, true)).toEqual([{ from: null, until: '2025-03-31' }]);
  });

  it('lets somebody transferred out go when the roster said so', () => {
    expect(servicePeriods({ ...record, changedOn: '2026-07-01' }, false)).toEqual([
      { from: null, until: '2026-06-30' },
    ]);
    expect(servicePeriods(record, false)).toEqual([]);
  });
});

describe('serviceExposure', () => {
  const service = (from: string | null, until: string | null, knownFrom: string | null = '2024-04-01') => ({
    knownFrom,
    periods: [{ from, until }],
  });

  it('adds up years in service and those who left within the history', () => {
    // 730 days each of 2024-04-01 to 2026-03-31 (365 + 365), and 365 of the one who left: (730 + 365) / 365.25 years.
    const people = [service(null, null), service(null, '2025-03-31')];
    expect(serviceExposure(people, { since: '2024-04-01', asOf: '2026-03-31' })).toEqual({
      personYears: 3,
      leavers: 1,
    });
  });

  it('looks back five years at most', () => {
    const people = [service(null, null, '2010-04-01'), service(null, '2015-03-31', '2010-04-01')];
    expect(serviceExposure(people, { since: '2010-04-01', asOf: '2026-04-01' })).toEqual({
      personYears: 5,
      leavers: 0,
    });
  });

  it('counts nobody before they came, and nothing without a history', () => {
    const people = [service(null, null, '2026-03-31')];
    expect(serviceExposure(people, { since: '2024-04-01', asOf: '2026-03-31' }).personYears).toBe(0);
    expect(serviceExposure(people, { since: null, asOf: '2026-03-31' })).toEqual({ personYears: 0, leavers: 0 });
  });
});
