import type { CountingRule, ForecastScenario } from '#survey-model';
import { binomialQuantile } from './binomial-quantile.js';
import type { DrawnRuns } from './draw-runs.js';
import type { ForecastMonth } from './forecast-months.js';

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
  /** Extra seats in each month that begins after today. */
  readonly extraSeats: number;
  /** Months after this fiscal year are not played. */
  readonly until: number;
}

/**
 * Plays every run month by month: some of the active leave, and are replaced by people without the training, so that the eligible stay
 * as many as they are; then sessions bring completions, never more than there are people who can still count (of a once-in-plan
 * programme all eligible but the active, else all but those counted in the fiscal year).
 */
export function playRuns({ start, months, drawn, scenario, extraSeats, until }: Play): PlayedYears {
  const played = months.filter(({ fiscalYear }) => fiscalYear <= until);
  const years = new Map(
    played.map(({ fiscalYear }) => [
      fiscalYear,
      { cumulative: new Float64Array(drawn.runs), active: new Float64Array(drawn.runs) },
    ]),
  );
  for (let run = 0; run < drawn.runs; run += 1) {
    let state: State = { cumulative: start.cumulative, active: start.active, thisYear: start.thisYear };
    played.forEach((month, at) => {
      if (at > 0 && played[at - 1]?.fiscalYear !== month.fiscalYear) state.thisYear = 0;
      const cell = run * drawn.months + at;
      const bringing = completionsOf(drawn, cell, scenario, month.plannable ? extraSeats : 0);
      state = afterMonth(start, state, bringing, {
        leaving: 1 - Math.exp((-(drawn.hazard[run] ?? 0) * month.share) / 12),
        leaverRank: drawn.leaverRank[cell] ?? 0,
        freshRank: drawn.freshRank[cell] ?? 0,
      });
      const year = years.get(month.fiscalYear);
      if (!year) return;
      year.cumulative[run] = state.cumulative;
      year.active[run] = state.active;
    });
  }
  return years;
}

interface State {
  cumulative: number;
  active: number;
  thisYear: number;
}

function completionsOf(drawn: DrawnRuns, cell: number, scenario: ForecastScenario, extraSeats: number): number {
  const continuing = scenario === 'continuing' ? (drawn.continuing[cell] ?? 0) : 0;
  const extra = binomialQuantile(drawn.extraRank[cell] ?? 0, extraSeats, drawn.extraRate[cell] ?? 0);
  return (drawn.booked[cell] ?? 0) + continuing + extra;
}

function afterMonth(
  { counting, eligible }: ForecastStart,
  { cumulative, active, thisYear }: State,
  bringing: number,
  chance: { readonly leaving: number; readonly leaverRank: number; readonly freshRank: number },
): State {
  const staying = active - binomialQuantile(chance.leaverRank, active, chance.leaving);
  const untrained = Math.max(0, eligible - staying);
  const pool = counting === 'once-in-plan' ? untrained : Math.max(0, eligible - thisYear);
  const counted = Math.min(bringing, pool);
  let fresh = counted;
  if (counting === 'once-a-fiscal-year' && counted > 0) {
    // Who comes this year is anybody of the pool: some have counted in earlier years, and are active already.
    const drawn = binomialQuantile(chance.freshRank, counted, Math.min(1, untrained / pool));
    fresh = Math.min(untrained, Math.max(drawn, counted - Math.max(0, pool - untrained)));
  }
  return { cumulative: cumulative + counted, active: staying + fresh, thisYear: thisYear + counted };
}
