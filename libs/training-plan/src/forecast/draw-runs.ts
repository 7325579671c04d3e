import { binomialQuantile } from './binomial-quantile.js';
import type { ComingSession, ForecastInput } from './forecast-input.js';
import type { ForecastMonth } from './forecast-months.js';
import { randomSources, type RandomSource } from './random-source.js';
import { drawRate, drawSessionRate, ratePosterior, type SessionRate } from './rate-posterior.js';

const { exp, max } = Math;

/** All that chance decides, drawn once: one row a run, one column a month. Every scenario and number of extra seats plays on the same. */
export interface DrawnRuns {
  readonly runs: number;
  readonly months: number;
  /** Completions of sessions in the calendar. */
  readonly booked: Float64Array;
  /** Completions of seats that go on after them, and of those without a session. */
  readonly continuing: Float64Array;
  /** Of one extra seat in that month: the probability that it brings a completion, and where in its distribution their number falls. */
  readonly extraRate: Float64Array;
  readonly extraRank: Float64Array;
  /** Where in their distributions the leavers, and those of a month who never counted before, fall. */
  readonly leaverRank: Float64Array;
  readonly freshRank: Float64Array;
  /** Leavers a person-year, by run. */
  readonly hazard: Float64Array;
}

/** Capacities of the sessions by which seats go on in each month. */
type SeatPlan = readonly (readonly number[])[];

/**
 * Draws what the runs are played on. Uncertainty of the rates, one draw a run: how full sessions get and how many of the seated complete
 * (`ratePosterior`), and leavers a person-year, Gamma(1/2 + leavers, person-years) (Jeffreys, Poisson). Completions without a session: a
 * past month drawn anew for each month, with weights of its own in each run (Bayesian bootstrap, Rubin 1981). Chance, one draw a session:
 * its own rates, and binomial counts.
 */
export function drawRuns(input: ForecastInput, months: readonly ForecastMonth[], runs: number): DrawnRuns {
  const [sessions, elsewhere, extra, service] = randomSources(input.seed, 4) as [
    RandomSource,
    RandomSource,
    RandomSource,
    RandomSource,
  ];
  const table = (): Float64Array => new Float64Array(runs * months.length);
  const drawn: DrawnRuns = {
    ...{ runs, months: months.length, booked: table(), continuing: table(), extraRate: table(), extraRank: table() },
    ...{ leaverRank: table(), freshRank: table(), hazard: new Float64Array(runs) },
  };
  const rates = ratesOf(input);
  const coming = comingByMonth(input.coming, months);
  const plan = seatPlan(input, months);
  for (let run = 0; run < runs; run += 1) {
    const { personYears, leavers } = input.service;
    const hazard = personYears > 0 ? service.gamma(leavers + 0.5) / personYears : 0;
    drawn.hazard[run] = hazard;
    const [fill, completion] = [drawRate(rates.fill, sessions), drawRate(rates.completion, sessions)];
    const weights = input.elsewhere.map(() => elsewhere.exponential());
    const weight = sum(weights, (each) => each);
    months.forEach((month, at) => {
      const cell = run * months.length + at;
      const held = { fill, completion, source: sessions };
      drawn.booked[cell] = sum(coming[at] ?? [], (session) => heldSession(session, held, hazard * (at / 12)));
      drawn.continuing[cell] =
        sum(plan[at] ?? [], (capacity) => heldSession({ capacity, seated: 0, open: true }, held, 0)) +
        binomialQuantile(
          elsewhere.uniform(),
          resampled(input.elsewhere, weights, elsewhere.uniform() * weight),
          month.share,
        );
      drawn.extraRate[cell] = drawSessionRate(fill, extra) * drawSessionRate(completion, extra);
      drawn.extraRank[cell] = extra.uniform();
      drawn.leaverRank[cell] = service.uniform();
      drawn.freshRank[cell] = service.uniform();
    });
  }
  return drawn;
}

function ratesOf({ past }: ForecastInput) {
  return {
    fill: ratePosterior(past.map(({ capacity, seated }) => ({ of: capacity, hits: Math.min(seated, capacity) }))),
    completion: ratePosterior(past.map(({ seated, completed }) => ({ of: seated, hits: Math.min(completed, seated) }))),
  };
}

/**
 * Completions of one session. While applications are taken it gets as full as sessions do, or stays as it is where it is fuller already;
 * those seated by now may leave service before it.
 */
function heldSession(
  { capacity, seated, open }: Pick<ComingSession, 'capacity' | 'seated' | 'open'>,
  rates: { readonly fill: SessionRate; readonly completion: SessionRate; readonly source: RandomSource },
  leaving: number,
): number {
  const { source } = rates;
  const stay = binomialQuantile(source.uniform(), seated, exp(-leaving));
  const come = binomialQuantile(source.uniform(), capacity, drawSessionRate(rates.fill, source));
  const people = open ? max(stay, come) : stay;
  return binomialQuantile(source.uniform(), people, drawSessionRate(rates.completion, source));
}

/** One of the values, each as likely as its weight. @param at 0 to the sum of the weights */
function resampled(values: readonly number[], weights: readonly number[], at: number): number {
  let left = at;
  for (let index = 0; index < weights.length; index += 1) {
    left -= weights[index] ?? 0;
    if (left < 0) return values[index] ?? 0;
  }
  return values.at(-1) ?? 0;
}

function comingByMonth(coming: readonly ComingSession[], months: readonly ForecastMonth[]): ComingSession[][] {
  const first = months[0]?.month ?? '';
  const byMonth = new Map<string, ComingSession[]>(months.map(({ month }) => [month, []]));
  for (const session of coming) {
    const month = session.date.slice(0, 7);
    byMonth.get(month < first && !months[0]?.plannable ? first : month)?.push(session);
  }
  return [...byMonth.values()];
}

/** From the month after the last session in the calendar on, in sessions as large as past ones. */
function seatPlan({ coming, past, seatsAMonth }: ForecastInput, months: readonly ForecastMonth[]): SeatPlan {
  const last = coming.reduce((latest, { date }) => (date > latest ? date : latest), '').slice(0, 7);
  const usual = past.length > 0 ? sum(past, ({ capacity }) => capacity) / past.length : 0;
  let begun = 0;
  return months.map(({ month, plannable }) => {
    if (!plannable || month <= last) return [];
    const seats = Math.floor(seatsAMonth * (begun + 1)) - Math.floor(seatsAMonth * begun);
    begun += 1;
    return inSessions(seats, usual);
  });
}

/** Whole seats in even sessions of about the usual size; one session where that is unknown. */
function inSessions(seats: number, usual: number): number[] {
  if (seats <= 0) return [];
  const count = usual > 0 ? Math.max(1, Math.round(seats / usual)) : 1;
  return Array.from(
    { length: count },
    (_, index) => Math.floor((seats * (index + 1)) / count) - Math.floor((seats * index) / count),
  );
}

function sum<Value>(values: readonly Value[], of: (value: Value) => number): number {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
}
