import type { CountingRule, ForecastScenario } from '#survey-model';
import { binomialQuantile } from './binomial-quantile.js';
import type { DrawnRuns } from './draw-runs.js';
import type { ForecastMonth } from './forecast-months.js';

const { exp, max, min } = Math;

/** Where the programme stands before the first month. */
export interface ForecastStart {
  readonly counting: CountingRule;
  readonly eligible: number;
  readonly cumulative: number;
  /** Counted people who serve. */
  readonly active: number;
  /** Counted in the present fiscal year. */
  readonly thisYear: number;
}

/** Fiscal year -> cumulative and active counts at its end, one a run. */
export type PlayedYears = ReadonlyMap<number, { readonly cumulative: Float64Array; readonly active: Float64Array }>;

export interface Play {
  readonly start: ForecastStart;
  readonly months: readonly ForecastMonth[];
  readonly drawn: DrawnRuns;
  readonly scenario: ForecastScenario;
}

/**
 * Plays every run month by month: some of the active leave, and are replaced by people without the training, so that the eligible stay
 * as many as they are; then sessions bring completions, never more than there are people who can still count (of a once-in-plan
 * programme all eligible but the active, else all but those counted in the fiscal year).
 */
export function playRuns(play: Play): PlayedYears {
  const { months, drawn } = play;
  const years = new Map(
    months.map(({ fiscalYear }) => [
      fiscalYear,
      { cumulative: new Float64Array(drawn.runs), active: new Float64Array(drawn.runs) },
    ]),
  );
  for (let run = 0; run < drawn.runs; run += 1) {
    const state = { ...play.start };
    months.forEach((month, at) => {
      playMonth(play, state, run, at, 0);
      const year = years.get(month.fiscalYear);
      if (!year) return;
      year.cumulative[run] = state.cumulative;
      year.active[run] = state.active;
    });
  }
  return years;
}

/**
 * Whether a run reaches a cumulative target by the end of a fiscal year, with so many extra seats in each month that begins after today.
 * It plays no month more than that takes: the count never falls.
 */
export function runReaches(
  play: Play,
  run: number,
  goal: { readonly fiscalYear: number; readonly target: number },
  extraSeats: number,
): boolean {
  const state = { ...play.start };
  for (let at = 0; at < play.months.length; at += 1) {
    if (state.cumulative >= goal.target) return true;
    if ((play.months[at]?.fiscalYear ?? 0) > goal.fiscalYear) return false;
    playMonth(play, state, run, at, extraSeats);
  }
  return state.cumulative >= goal.target;
}

interface State {
  cumulative: number;
  active: number;
  thisYear: number;
}

/** Moves the state on by a month. In place: this is what the time goes into. */
function playMonth(
  { start, months, drawn, scenario }: Play,
  state: State,
  run: number,
  at: number,
  extraSeats: number,
): void {
  const month = months[at];
  if (!month) return;
  if (at > 0 && months[at - 1]?.fiscalYear !== month.fiscalYear) state.thisYear = 0;
  const cell = run * drawn.months + at;
  let bringing = drawn.booked[cell] ?? 0;
  if (scenario === 'continuing') bringing += drawn.continuing[cell] ?? 0;
  if (month.plannable && extraSeats > 0)
    bringing += binomialQuantile(drawn.extraRank[cell] ?? 0, extraSeats, drawn.extraRate[cell] ?? 0);
  const leaving = 1 - exp((-(drawn.hazard[run] ?? 0) * month.share) / 12);
  state.active -= binomialQuantile(drawn.leaverRank[cell] ?? 0, state.active, leaving);
  if (bringing > 0) addCompletions(start, state, bringing, drawn.freshRank[cell] ?? 0);
}

function addCompletions(
  { counting, eligible }: ForecastStart,
  state: State,
  bringing: number,
  freshRank: number,
): void {
  const untrained = max(0, eligible - state.active);
  const pool = counting === 'once-in-plan' ? untrained : max(0, eligible - state.thisYear);
  const counted = min(bringing, pool);
  let fresh = counted;
  if (counting === 'once-a-fiscal-year' && counted > 0) {
    // Who comes this year is anybody of the pool: some have counted in earlier years, and are active already.
    const drawn = binomialQuantile(freshRank, counted, min(1, untrained / pool));
    fresh = min(untrained, max(drawn, counted - max(0, pool - untrained)));
  }
  state.cumulative += counted;
  state.thisYear += counted;
  state.active += fresh;
}
