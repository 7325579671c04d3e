import { describe, expect, it } from '@jest/globals';
import type { BurnUpMonth, CountingRule, Programme } from '#survey-model';
import type { ForecastInput } from './forecast-input.js';
import { forecastProgramme } from './forecast-programme.js';

const programmeOf = (counting: CountingRule = 'once-in-plan', target = 100): Programme => ({
  key: 'dx',
  name: 'DX推進員',
  counting,
  years: [2025, 2026, 2027, 2028, 2029].map((fiscalYear) => ({ fiscalYear, target })),
  methods: [],
  audiences: [],
  completion: { kind: 'any-course' },
});

const history = (figures: Readonly<Record<string, number>>): BurnUpMonth[] =>
  Object.entries(figures).map(([month, actual]) => ({ month, planned: 0, actual, active: actual }));

const past = Array.from({ length: 12 }, (_, index) => ({ capacity: 20, seated: 18, completed: 15 + (index % 3) }));
const coming = Array.from({ length: 6 }, (_, index) => ({
  ...{ date: `2026-12-${String(index + 10)}`, capacity: 20, seated: 5, open: true },
}));

const input = (fields: Partial<ForecastInput> = {}): ForecastInput => ({
  programme: programmeOf(),
  asOf: '2026-11-21',
  history: history({ '2026-03': 100, '2026-11': 150 }),
  eligible: 2041,
  ...{ coming, past, elsewhere: [] },
  service: { personYears: 4000, leavers: 120 },
  seatsAMonth: 12,
  ...{ seed: 7, runs: 200 },
  ...fields,
});

const scenario = (fields: Partial<ForecastInput>, which: 0 | 1 = 0) => {
  const found = forecastProgramme(input(fields)).scenarios[which];
  if (!found) throw new Error('no scenario');
  return found;
};
const year = (fields: Partial<ForecastInput>, fiscalYear: number, which: 0 | 1 = 0) => {
  const found = scenario(fields, which).years.find((each) => each.fiscalYear === fiscalYear);
  if (!found) throw new Error('no year');
  return found;
};

/** Every seat brings a completion, and nobody leaves: no chance is left, but for what so many past seats leave open. */
const certain: Partial<ForecastInput> = {
  past: Array.from({ length: 50 }, () => ({ capacity: 1000, seated: 1000, completed: 1000 })),
  service: { personYears: 0, leavers: 0 },
};

describe('forecastProgramme', () => {
  it('is the same for the same input and seed, and another for another seed', () => {
    expect(forecastProgramme(input())).toEqual(forecastProgramme(input()));
    expect(forecastProgramme(input({ seed: 8 })).scenarios).not.toEqual(forecastProgramme(input()).scenarios);
  });

  it('says what it rests on', () => {
    expect(forecastProgramme(input({ elsewhere: [1, 2, 0] }))).toMatchObject({
      ...{ programmeKey: 'dx', asOf: '2026-11-21', seed: 7, runs: 200 },
      basis: {
        ...{ bookedSeats: 120, pastSeats: 240, pastCompletions: 192, personYears: 4000, leavers: 120 },
        ...{ seatsAMonth: 12, elsewhereAMonth: 1 },
      },
    });
  });

  it('is certain of years that are over', () => {
    expect(year({}, 2025)).toEqual({
      ...{ fiscalYear: 2025, cumulativeTarget: 100, probability: 1, p10: 100, p50: 100, p90: 100 },
      ...{ activeP10: 100, activeP50: 100, activeP90: 100 },
    });
    expect(year({ history: history({ '2026-03': 99, '2026-11': 150 }) }, 2025).probability).toBe(0);
    expect(scenario({ asOf: '2030-04-01', history: history({ '2030-03': 500 }) })).toMatchObject({
      ...{ seatsFor90: 0, seatsFor90ThisYear: 0 },
    });
    expect(scenario({ asOf: '2030-04-01', history: history({ '2030-03': 499 }) })).toMatchObject({
      ...{ seatsFor90: null, seatsFor90ThisYear: null },
    });
  });

  it('adds the seats of the calendar to what there is, each in its fiscal year', () => {
    const edge = [
      { date: '2027-03-31', capacity: 30, seated: 0, open: true },
      { date: '2027-04-01', capacity: 20, seated: 0, open: true },
      { date: '2028-02-29', capacity: 5, seated: 0, open: true },
      { date: '2030-04-01', capacity: 999, seated: 0, open: true },
    ];
    const at = (fiscalYear: number) => year({ ...certain, coming: edge }, fiscalYear).p50;
    expect([at(2026), at(2027), at(2028), at(2029)]).toEqual([180, 205, 205, 205]);
  });

  it('fills no session whose applications are closed', () => {
    const closed = [{ date: '2026-12-01', capacity: 30, seated: 4, open: false }];
    expect(year({ ...certain, coming: closed }, 2026).p50).toBe(154);
  });

  it('takes sessions whose attendance is not settled yet', () => {
    const held = [{ date: '2026-10-01', capacity: 30, seated: 4, open: false }];
    expect(year({ ...certain, coming: held }, 2026).p50).toBe(154);
  });

  it('goes on after the calendar as in the last twelve months', () => {
    // December is in the calendar; January to March bring 7.5 seats a month: 7, 8 and 7; then 90 a year.
    const at = (fiscalYear: number) => year({ ...certain, coming, seatsAMonth: 7.5 }, fiscalYear, 1).p50;
    expect([at(2026), at(2027), at(2028)]).toEqual([150 + 120 + 22, 150 + 120 + 112, 150 + 120 + 202]);
  });

  it('expects completions without a session only where things go on', () => {
    const elsewhere = { ...certain, coming: [], seatsAMonth: 0, elsewhere: [3, 3, 3] };
    // Four whole months and nine of thirty days.
    expect(year(elsewhere, 2026).p50).toBe(150);
    expect(year(elsewhere, 2026, 1).p50).toBeGreaterThanOrEqual(162);
    expect(year(elsewhere, 2026, 1).p90).toBeLessThanOrEqual(165);
  });

  it('lets active people leave, while the count stays', () => {
    const leaving = { coming: [], service: { personYears: 100_000, leavers: 20_000 } };
    const figures = year(leaving, 2029);
    expect([figures.p10, figures.p50, figures.p90]).toEqual([150, 150, 150]);
    // 150 · exp(−0.2 · (9 days + 40 months) / 12 months) = 76.6, give or take 1.28 standard deviations of 6.1.
    expect(figures.activeP50).toBeGreaterThanOrEqual(75);
    expect(figures.activeP50).toBeLessThanOrEqual(78);
    expect(figures.activeP90 - figures.activeP10).toBeGreaterThanOrEqual(13);
    expect(figures.activeP90 - figures.activeP10).toBeLessThanOrEqual(18);
  });

  it('never counts more people than there are', () => {
    expect(year({ ...certain, eligible: 160 }, 2029)).toMatchObject({ p90: 160, activeP90: 160 });
    expect(scenario({ ...certain, eligible: 160 }).seatsFor90).toBeNull();
    const yearly = { ...certain, eligible: 160, programme: programmeOf('once-a-fiscal-year') };
    // 50 of this year, and 110 more; the rest of the plan 12 seats a month.
    expect(year(yearly, 2026)).toMatchObject({ p90: 260, activeP90: 160 });
  });

  it('counts people of earlier years again each fiscal year, and as active once', () => {
    const april = [{ date: '2027-04-10', capacity: 100, seated: 0, open: true }];
    const fields = { ...certain, coming: april, eligible: 300, programme: programmeOf('once-a-fiscal-year') };
    const figures = year(fields, 2027);
    expect(figures.p50).toBe(250);
    // Of 300 half are active already: about 50 of the 100 are new.
    expect(figures.activeP50).toBeGreaterThanOrEqual(196);
    expect(figures.activeP50).toBeLessThanOrEqual(204);
  });

  it('names the fewest extra seats a month that are enough', () => {
    // Certain seats: 50 are missing this year, in four months; 350 in all, in forty.
    const seats = scenario({ ...certain, coming: [] });
    expect(seats).toMatchObject({ seatsFor90ThisYear: 13, seatsFor90: 9 });
    expect(scenario({ ...certain, coming: [], history: history({ '2026-11': 500 }) })).toMatchObject({
      ...{ seatsFor90ThisYear: 0, seatsFor90: 0 },
    });
    // In March no month of the year is left.
    expect(scenario({ ...certain, coming: [], asOf: '2027-03-02' }).seatsFor90ThisYear).toBeNull();
  });

  it('asks for more seats the less they bring', () => {
    const needed = (completed: number) =>
      scenario({ past: past.map((each) => ({ ...each, completed })) }).seatsFor90 ?? Number.POSITIVE_INFINITY;
    expect(needed(17)).toBeLessThan(needed(12));
    expect(needed(12)).toBeLessThan(needed(6));
  });

  it('is unsure without any history', () => {
    const figures = year({ past: [] }, 2026);
    expect(figures.p90 - figures.p10).toBeGreaterThan(60);
  });

  it('is quick at its real size', () => {
    const start = process.cpuUsage().user;
    forecastProgramme(input({ runs: 2000, elsewhere: [3, 0, 5, 1, 2, 2, 9, 0, 0, 1, 4, 2] }));
    // Half a second of a quiet machine's; others may be using this one, and the test runner slows it down.
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(4000);
  });

  it.each<Partial<ForecastInput>>([
    { runs: 0 },
    { seed: 0.5 },
    { eligible: -1 },
    { asOf: 'today' },
    { programme: { ...programmeOf(), years: [] } },
    { service: { personYears: Number.NaN, leavers: 0 } },
  ])('refuses %j', (fields) => {
    expect(() => forecastProgramme(input(fields))).toThrow(RangeError);
  });
});
