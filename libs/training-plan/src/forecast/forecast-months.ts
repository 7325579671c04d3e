import { fiscalYearOf } from '#survey-model';

/** One step of the simulation. */
export interface ForecastMonth {
  /** "YYYY-MM". */
  readonly month: string;
  readonly fiscalYear: number;
  /** Part of the month still to come. */
  readonly share: number;
  /** It begins after today, so that sessions can still be added. */
  readonly plannable: boolean;
}

/**
 * The rest of the present month and every later month of the plan's fiscal years. Empty when the plan is over.
 * @throws RangeError when the day is no date.
 */
export function forecastMonths(fiscalYears: readonly number[], asOf: string): ForecastMonth[] {
  fiscalYearOf(asOf);
  const present = asOf.slice(0, 7);
  return [...fiscalYears]
    .sort((a, b) => a - b)
    .flatMap((fiscalYear) =>
      Array.from({ length: 12 }, (_, index) => ({ fiscalYear, month: month(fiscalYear, index) })),
    )
    .filter((each) => each.month >= present)
    .map((each) => ({
      ...each,
      share: each.month === present ? shareLeft(asOf) : 1,
      plannable: each.month > present,
    }));
}

/** @param index 0 is April */
function month(fiscalYear: number, index: number): string {
  return new Date(Date.UTC(fiscalYear, 3 + index, 1)).toISOString().slice(0, 7);
}

function shareLeft(day: string): number {
  const [year = 0, number = 0, date = 0] = day.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return (days - date) / days;
}
