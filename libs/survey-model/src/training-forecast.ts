/** How likely the targets of a programme are to be reached. */

export interface ForecastYear {
  readonly fiscalYear: number;
  readonly cumulativeTarget: number;
  /** Share of the runs that reach the target, 0 to 1. */
  readonly probability: number;
  /** Cumulative count at the end of the year: quantiles of the runs. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Those still serving, same quantiles. */
  readonly activeP10: number;
  readonly activeP50: number;
  readonly activeP90: number;
}

/** booked: only the sessions in the calendar. continuing: after them, seats go on as in the last twelve months. */
export const FORECAST_SCENARIOS = ['booked', 'continuing'] as const;
export type ForecastScenario = (typeof FORECAST_SCENARIOS)[number];

export interface ScenarioForecast {
  readonly scenario: ForecastScenario;
  readonly years: readonly ForecastYear[];
  /** Seats a month, beside those of the scenario, with which the final target is reached in 90% of the runs; null: no number does. */
  readonly seatsFor90: number | null;
  /** Likewise for the target of the present year of the plan. */
  readonly seatsFor90ThisYear: number | null;
}

export interface ProgrammeForecast {
  readonly programmeKey: string;
  /** The day it starts from. */
  readonly asOf: string;
  readonly seed: number;
  readonly runs: number;
  /** What it rests on, for the reader. */
  readonly basis: {
    readonly bookedSeats: number;
    /** Seats of past sessions, and completions they brought. */
    readonly pastSeats: number;
    readonly pastCompletions: number;
    /** Person-years of service looked at, and how many left in them. */
    readonly personYears: number;
    readonly leavers: number;
    /** Seats a month that "continuing" goes on with. */
    readonly seatsAMonth: number;
    /** Completions a month that came without a session (e-learning, imports), with which "continuing" goes on too. */
    readonly elsewhereAMonth: number;
  };
  readonly scenarios: readonly ScenarioForecast[];
}
