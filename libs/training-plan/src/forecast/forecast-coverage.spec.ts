import { describe, expect, it } from '@jest/globals';
import type { ForecastInput, PastSession } from './forecast-input.js';
import { forecastProgramme } from './forecast-programme.js';

// Taken once: look-ups of globals are slow in the test runner.
const { cos, exp, floor, imul, log, PI, sqrt } = Math;

/** A generator of its own, so that forecast and world share nothing. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = mulberry32(20_261_121);
const between = (low: number, high: number): number => low + (high - low) * random();
const whole = (low: number, high: number): number => floor(between(low, high + 1));
const normal = (): number => sqrt(-2 * log(1 - random())) * cos(2 * PI * random());
/** Person by person. */
const count = (people: number, probability: number): number => {
  let hits = 0;
  for (let person = 0; person < people; person += 1) if (random() < probability) hits += 1;
  return hits;
};
/** Sessions differ by a normal effect on the log-odds: not the beta distribution that the forecast supposes. */
const ofSession = (rate: number, spread: number): number => 1 / (1 + exp(-log(rate / (1 - rate)) - spread * normal()));

interface World {
  readonly input: ForecastInput;
  /** What then happened. */
  readonly cumulative: number;
  readonly active: number;
}

/** A city with a past of some sessions, and a year and a bit ahead of it, whose rates the forecast has to find out. */
function world(spread: number, seed: number): World {
  const [fill, completion, hazard] = [between(0.5, 0.95), between(0.5, 0.95), between(0.01, 0.1)];
  const hold = (capacity: number): PastSession => {
    const seated = count(capacity, ofSession(fill, spread));
    return { capacity, seated, completed: count(seated, ofSession(completion, spread)) };
  };
  const past = Array.from({ length: whole(6, 25) }, () => hold(whole(10, 40)));
  const counted = whole(30, 150);
  const personYears = whole(500, 3000);
  // 2026-04-01 to 2027-03-31: the months that follow the last day of March.
  const coming = Array.from({ length: whole(4, 14) }, (_, index) => ({
    date: `2026-${String(4 + (index % 9)).padStart(2, '0')}-15`,
    ...{ capacity: whole(10, 40), seated: 0, open: true },
  }));
  let [cumulative, active] = [counted, counted];
  for (let month = 4; month <= 15; month += 1) {
    active -= count(active, 1 - exp(-hazard / 12));
    for (const { date, capacity } of coming)
      if (Number(date.slice(5, 7)) === month) {
        const { completed } = hold(capacity);
        cumulative += completed;
        active += completed;
      }
  }
  const input: ForecastInput = {
    programme: {
      ...{ key: 'dx', name: 'DX推進員', counting: 'once-in-plan', methods: [], audiences: [] },
      // No seats are asked for: it is the intervals that are tested.
      years: [{ fiscalYear: 2026, target: 0 }],
      completion: { kind: 'any-course' },
    },
    asOf: '2026-03-31',
    history: [{ month: '2026-03', planned: 0, actual: counted, active: counted }],
    eligible: 5000,
    ...{ coming, past, elsewhere: [], seatsAMonth: 0, seed, runs: 120 },
    service: { personYears, leavers: count(personYears, hazard) },
  };
  return { input, cumulative, active };
}

/** Shares of so many worlds that lie within the forecast's p10 and p90, and the mean width between these. */
function coverage(spread: number, worlds: number): { cumulative: number; active: number; width: number } {
  let [cumulative, active, width] = [0, 0, 0];
  for (let seed = 1; seed <= worlds; seed += 1) {
    const happened = world(spread, seed);
    const year = forecastProgramme(happened.input).scenarios[0]?.years[0];
    if (!year) throw new Error('no year');
    if (year.p10 <= happened.cumulative && happened.cumulative <= year.p90) cumulative += 1;
    if (year.activeP10 <= happened.active && happened.active <= year.activeP90) active += 1;
    width += year.p90 - year.p10;
  }
  return { cumulative: cumulative / worlds, active: active / worlds, width: width / worlds };
}

describe('80% intervals of the forecast', () => {
  it.each([
    ['alike', 0],
    ['as different as they often are', 0.6],
  ])('cover about 80%% of what then happens, with sessions %s', (_name, spread) => {
    const { cumulative, active } = coverage(spread, 300);
    // 80%, give or take two and a half standard errors of 2.3, and a little more at the top, since whole counts fall on the ends.
    for (const share of [cumulative, active]) {
      expect(share).toBeGreaterThanOrEqual(0.74);
      expect(share).toBeLessThanOrEqual(0.88);
    }
  });

  it('are wider where sessions differ', () => {
    expect(coverage(0.6, 30).width).toBeGreaterThan(coverage(0, 30).width * 1.2);
  });
});
