import {
  FORECAST_SCENARIOS,
  fiscalYearOf,
  type BurnUpMonth,
  type ForecastYear,
  type ProgrammeForecast,
  type ScenarioForecast,
} from '#survey-model';
import { targetYearOn } from '../target-year.js';
import { drawRuns } from './draw-runs.js';
import type { ForecastInput } from './forecast-input.js';
import { forecastMonths } from './forecast-months.js';
import { playRuns, type ForecastStart, type Play, type PlayedYears } from './play-runs.js';
import { seatsNeeded, shareReaching } from './seats-needed.js';

const DEFAULT_RUNS = 2000;

/**
 * How likely the plan's targets are to be reached, by seeded simulation: what `drawRuns` draws, `playRuns` plays month by month. Years
 * that are over are certain. The same input and seed give the same forecast, to the last digit.
 *
 * It assumes that the eligible stay as many as they are, that leavers leave evenly over the year, that rates of the past hold (their
 * uncertainty and their variation between sessions are in it, a change of them is not), and that people who count already do not take
 * the seats of those who do not.
 * @throws RangeError when the plan has no year, a number is not whole or out of range, or a day is no date.
 */
export function forecastProgramme(input: ForecastInput): ProgrammeForecast {
  const { programme, asOf, seed, runs = DEFAULT_RUNS } = input;
  checkInput(input, runs);
  const months = forecastMonths(
    programme.years.map(({ fiscalYear }) => fiscalYear),
    asOf,
  );
  const drawn = drawRuns(input, months, runs);
  const play = { start: startOf(input), months, drawn };
  return {
    programmeKey: programme.key,
    ...{ asOf, seed, runs },
    basis: basisOf(input),
    scenarios: FORECAST_SCENARIOS.map((scenario) => scenarioForecast(input, { ...play, scenario })),
  };
}

function scenarioForecast(input: ForecastInput, play: Play): ScenarioForecast {
  const last = Math.max(...input.programme.years.map(({ fiscalYear }) => fiscalYear));
  const years = yearsOf(input, playRuns(play));
  const { start } = play;
  const most = start.counting === 'once-in-plan' ? start.eligible - start.active : start.eligible;
  const seats = (fiscalYear: number): number | null => {
    const year = years.find((each) => each.fiscalYear === fiscalYear);
    if (!year) return null;
    if (fiscalYear < fiscalYearOf(input.asOf)) return year.probability === 1 ? 0 : null;
    return seatsNeeded(play, { fiscalYear, target: year.cumulativeTarget }, Math.max(0, most));
  };
  const presentYear = targetYearOn(input.programme, input.asOf);
  const seatsFor90 = seats(last);
  return {
    scenario: play.scenario,
    years,
    seatsFor90,
    seatsFor90ThisYear: presentYear === last ? seatsFor90 : seats(presentYear),
  };
}

function yearsOf({ programme, history }: ForecastInput, played: PlayedYears): ForecastYear[] {
  let cumulativeTarget = 0;
  return [...programme.years]
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
    .map(({ fiscalYear, target }) => {
      cumulativeTarget += target;
      const over = endOf(history, fiscalYear);
      const { cumulative, active } = played.get(fiscalYear) ?? {
        cumulative: Float64Array.of(over.actual),
        active: Float64Array.of(over.active),
      };
      const [p10, p50, p90] = quantiles(cumulative);
      const [activeP10, activeP50, activeP90] = quantiles(active);
      const probability = shareReaching(cumulative, cumulativeTarget);
      return { fiscalYear, cumulativeTarget, probability, p10, p50, p90, activeP10, activeP50, activeP90 };
    });
}

/** The smallest values that a tenth, half and nine tenths of the runs do not exceed: always one that occurs. */
function quantiles(values: Float64Array): [number, number, number] {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return [at(0.1), at(0.5), at(0.9)];
}

function startOf({ programme, asOf, history, eligible }: ForecastInput): ForecastStart {
  const now = history.findLast(({ actual }) => actual !== null);
  const fiscalYear = fiscalYearOf(asOf);
  const before = history.findLast(({ month }) => month < `${fiscalYear}-04`)?.actual ?? 0;
  const cumulative = now?.actual ?? 0;
  return {
    ...{ counting: programme.counting, eligible, cumulative },
    active: now?.active ?? 0,
    thisYear: cumulative - before,
  };
}

function endOf(history: readonly BurnUpMonth[], fiscalYear: number): { actual: number; active: number } {
  const march = history.find(({ month }) => month === `${fiscalYear + 1}-03`);
  return { actual: march?.actual ?? 0, active: march?.active ?? 0 };
}

function basisOf({ coming, past, elsewhere, service, seatsAMonth }: ForecastInput): ProgrammeForecast['basis'] {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    bookedSeats: sum(coming.map(({ capacity }) => capacity)),
    pastSeats: sum(past.map(({ capacity }) => capacity)),
    pastCompletions: sum(past.map(({ completed }) => completed)),
    personYears: service.personYears,
    leavers: service.leavers,
    seatsAMonth,
    elsewhereAMonth: elsewhere.length > 0 ? sum(elsewhere) / elsewhere.length : 0,
  };
}

function checkInput({ programme, coming, past, elsewhere, service, ...input }: ForecastInput, runs: number): void {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
  const counts = [
    ...[input.eligible, service.leavers, ...elsewhere],
    ...coming.flatMap(({ capacity, seated }) => [capacity, seated]),
    ...past.flatMap(({ capacity, seated, completed }) => [capacity, seated, completed]),
  ];
  if (programme.years.length === 0) throw new RangeError(`forecastProgramme: ${programme.key} has no years`);
  if (!counts.every(isCount)) throw new RangeError('forecastProgramme: numbers of people and seats must be whole');
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`forecastProgramme: ${runs} runs`);
  if (!Number.isInteger(input.seed)) throw new RangeError(`forecastProgramme: seed ${input.seed}`);
  if (!(service.personYears >= 0) || !(input.seatsAMonth >= 0))
    throw new RangeError('forecastProgramme: person-years and seats a month must not be below 0');
}
