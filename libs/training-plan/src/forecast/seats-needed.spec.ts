import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CountingRule, ForecastScenario, Programme } from '#survey-model';
import { drawRuns } from './draw-runs.js';
import type { ForecastInput } from './forecast-input.js';
import { forecastMonths } from './forecast-months.js';
import { runReaches, type Play } from './play-runs.js';
import { seatsNeeded } from './seats-needed.js';

const RUNS = 60;
const goal = { fiscalYear: 2027, target: 150 };

function playOf(
  counting: CountingRule,
  scenario: ForecastScenario,
  eligible: number,
  hits: number,
  seed: number,
): Play {
  const programme: Programme = {
    ...{ key: 'dx', name: 'DX推進員', counting, methods: [], audiences: [], completion: { kind: 'any-course' } },
    years: [2026, 2027, 2028].map((fiscalYear) => ({ fiscalYear, target: 75 })),
  };
  const input: ForecastInput = {
    ...{ programme, asOf: '2026-11-21', history: [], eligible, seed, seatsAMonth: 3, elsewhere: [0, 2] },
    coming: [{ date: '2026-12-10', capacity: 20, seated: 3, open: true }],
    past: Array.from({ length: 8 }, (_, index) => ({ capacity: 20, seated: 12 + (index % 5), completed: hits })),
    service: { personYears: 900, leavers: 60 },
  };
  const months = forecastMonths([2026, 2027, 2028], input.asOf);
  const start = { counting, eligible, cumulative: 40, active: 35, thisYear: 20 };
  return { start, months, drawn: drawRuns(input, months, RUNS), scenario };
}

const reaching = (play: Play, seats: number): number =>
  Array.from({ length: RUNS }, (_, run) => runReaches(play, run, goal, seats)).filter(Boolean).length;

const plays = fc
  .tuple(
    fc.constantFrom<CountingRule>('once-in-plan', 'once-a-fiscal-year'),
    fc.constantFrom<ForecastScenario>('booked', 'continuing'),
    fc.integer({ min: 60, max: 600 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: -1000, max: 1000 }),
  )
  .map((fields) => playOf(...fields));

describe('seatsNeeded', () => {
  it('is enough for nine runs in ten, and one seat less is not', () => {
    fc.assert(
      fc.property(plays, (play) => {
        const most = 400;
        const seats = seatsNeeded(play, goal, most);
        if (seats === null) expect(reaching(play, most)).toBeLessThan(0.9 * RUNS);
        else expect(reaching(play, seats)).toBeGreaterThanOrEqual(0.9 * RUNS);
        if (seats !== null && seats > 0) expect(reaching(play, seats - 1)).toBeLessThan(0.9 * RUNS);
      }),
      { numRuns: 30 },
    );
  });

  it('rests on runs that more seats never make worse', () => {
    fc.assert(
      fc.property(plays, fc.nat({ max: 25 }), fc.nat({ max: 10 }), (play, seats, more) => {
        expect(reaching(play, seats + more)).toBeGreaterThanOrEqual(reaching(play, seats));
      }),
      { numRuns: 30 },
    );
  });
});

describe('forecastMonths', () => {
  it('begins with what is left of the present month, and ends with the plan', () => {
    const months = forecastMonths([2027, 2026], '2027-02-21');
    expect(months).toHaveLength(14);
    expect(months.slice(0, 3)).toEqual([
      { month: '2027-02', fiscalYear: 2026, share: 0.25, plannable: false },
      { month: '2027-03', fiscalYear: 2026, share: 1, plannable: true },
      { month: '2027-04', fiscalYear: 2027, share: 1, plannable: true },
    ]);
    expect(months.at(-1)).toMatchObject({ month: '2028-03', fiscalYear: 2027 });
  });

  it('knows leap years, the eve of the plan and its end', () => {
    expect(forecastMonths([2027], '2028-02-29')[0]).toMatchObject({ month: '2028-02', share: 0 });
    expect(forecastMonths([2027], '2028-02-01')[0]).toMatchObject({ share: 28 / 29 });
    expect(forecastMonths([2026], '2026-03-31')[0]).toEqual({
      ...{ month: '2026-04', fiscalYear: 2026, share: 1, plannable: true },
    });
    expect(forecastMonths([2026], '2027-04-01')).toEqual([]);
  });
});
