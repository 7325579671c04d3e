import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BurnUpMonth, Completion, CountingRule, Programme } from '#survey-model';
import { burnUp, type ServicePeriod } from './burn-up.js';

const programmeOf = (counting: CountingRule = 'once-in-plan'): Programme => ({
  key: 'dx',
  name: 'DX推進員',
  counting,
  years: [
    { fiscalYear: 2026, target: 100 },
    { fiscalYear: 2027, target: 50 },
  ],
  methods: [],
  audiences: [],
  completion: { kind: 'any-course' },
});

const done = (staffNumber: string, completedOn: string): Completion => ({
  staffNumber,
  programmeKey: 'dx',
  completedOn,
});
const always: ServicePeriod[] = [{ from: null, until: null }];

const at = (months: readonly BurnUpMonth[], month: string): BurnUpMonth => {
  const found = months.find((each) => each.month === month);
  if (!found) throw new Error(`no month ${month}`);
  return found;
};

describe('burnUp', () => {
  it('spreads each year’s target over its months, exact to a twelfth', () => {
    const months = burnUp({ programme: programmeOf(), completions: [], service: new Map(), today: '2026-01-01' });
    expect(months.map(({ month }) => month)).toEqual([
      ...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
      ...['2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06', '2027-07', '2027-08', '2027-09'],
      ...['2027-10', '2027-11', '2027-12', '2028-01', '2028-02', '2028-03'],
    ]);
    expect(at(months, '2026-04').planned).toBe(100 / 12);
    expect(at(months, '2026-09').planned).toBe(50);
    expect(at(months, '2027-03').planned).toBe(100);
    expect(at(months, '2027-06').planned).toBe(112.5);
    expect(at(months, '2028-03').planned).toBe(150);
    expect(months.every(({ actual, active }) => actual === null && active === null)).toBe(true);
  });

  it('keeps leavers in the count, and counts them as active while they serve and when they are back', () => {
    const completions = [
      done('stays', '2026-04-30'),
      done('leaves', '2026-05-31'),
      done('returns', '2026-06-01'),
      done('unknown', '2026-06-30'),
      done('stays', '2026-07-01'),
    ];
    const service = new Map([
      ['stays', always],
      ['leaves', [{ from: '2010-04-01', until: '2026-06-30' }]],
      [
        'returns',
        [
          { from: '2026-09-01', until: null },
          { from: null, until: '2026-07-30' },
        ],
      ],
    ]);
    const months = burnUp({ programme: programmeOf(), completions, service, today: '2026-10-15' });
    const figures = months.slice(0, 8).map(({ month, actual, active }) => [month, actual, active]);
    expect(figures).toEqual([
      ['2026-04', 1, 1],
      ['2026-05', 2, 2],
      ['2026-06', 4, 3],
      ['2026-07', 4, 1],
      ['2026-08', 4, 1],
      ['2026-09', 4, 2],
      ['2026-10', 4, 2],
      ['2026-11', null, null],
    ]);
  });

  it('looks at the present month as it is today', () => {
    const service = new Map([['1', [{ from: null, until: '2026-10-15' }]]]);
    const active = (today: string) =>
      at(burnUp({ programme: programmeOf(), completions: [done('1', '2026-10-01')], service, today }), '2026-10')
        .active;
    expect([active('2026-10-15'), active('2026-10-16')]).toEqual([1, 0]);
  });

  it('is right at the ends of February', () => {
    const service = new Map([['1', [{ from: null, until: '2028-02-28' }]]]);
    const months = burnUp({
      programme: programmeOf(),
      completions: [done('1', '2028-02-01')],
      service,
      today: '2028-03-01',
    });
    expect(at(months, '2028-02')).toMatchObject({ actual: 1, active: 0 });
    const common = new Map([['1', [{ from: null, until: '2027-02-28' }]]]);
    const of2027 = burnUp({
      programme: programmeOf(),
      completions: [done('1', '2027-02-01')],
      service: common,
      today: '2027-03-31',
    });
    expect(at(of2027, '2027-02')).toMatchObject({ actual: 1, active: 1 });
    expect(at(of2027, '2027-03')).toMatchObject({ actual: 1, active: 0 });
  });

  it('counts once a fiscal year where the rule says so, and active people once', () => {
    const completions = [done('1', '2026-05-01'), done('1', '2026-06-01'), done('1', '2027-04-01')];
    const service = new Map([['1', always]]);
    const months = burnUp({ programme: programmeOf('once-a-fiscal-year'), completions, service, today: '2027-04-01' });
    expect([at(months, '2027-03'), at(months, '2027-04')]).toMatchObject([
      { actual: 1, active: 1 },
      { actual: 2, active: 1 },
    ]);
  });

  it('never falls, ends at the total, and has no more active than counted people', () => {
    const day = fc
      .integer({ min: 0, max: 729 })
      .map((days) => new Date(Date.UTC(2026, 3, 1 + days)).toISOString().slice(0, 10));
    const list = fc.array(
      fc.tuple(fc.constantFrom('1', '2', '3', '4'), day).map(([staff, on]) => done(staff, on)),
      {
        maxLength: 12,
      },
    );
    const counting = fc.constantFrom<CountingRule>('once-in-plan', 'once-a-fiscal-year');
    fc.assert(
      fc.property(list, counting, (completions, rule) => {
        const service = new Map(['1', '2', '3'].map((each) => [each, always]));
        const months = burnUp({ programme: programmeOf(rule), completions, service, today: '2028-03-31' });
        const turn = ({ staffNumber, completedOn }: Completion): string =>
          rule === 'once-in-plan' ? staffNumber : `${staffNumber} ${completedOn < '2027-04-01'}`;
        expect(months.at(-1)?.actual).toBe(new Set(completions.map(turn)).size);
        expect(months.at(-1)?.planned).toBe(150);
        months.forEach(({ actual, active }, index) => {
          expect(active).toBeLessThanOrEqual(actual ?? -1);
          expect(actual).toBeGreaterThanOrEqual(months[index - 1]?.actual ?? 0);
        });
      }),
    );
  });
});
