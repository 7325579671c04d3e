import type {
  BoundsResponse,
  DifferenceResponse,
  FigureNotesResponse,
  OverallNotesResponse,
  WholeStatisticsResponse,
} from '#contract';
import { formatDecimal, type Bounds, type Difference, type FigureAnalysis, type WholeStatistics } from '#survey-model';

/** What is said beside a mean, as text. */
export function figureNotes(figure: FigureAnalysis | undefined): FigureNotesResponse {
  if (!figure) return {};
  const { interval, rest, previous } = figure;
  return {
    ...(interval ? { interval: pointBounds(interval) } : {}),
    ...(rest ? { rest: differenceText(rest) } : {}),
    ...(previous ? { previous: differenceText(previous) } : {}),
  };
}

export function overallNotes(figure: FigureAnalysis | undefined): OverallNotesResponse {
  const { estimate } = figure ?? {};
  return { ...figureNotes(figure), ...(estimate === undefined ? {} : { estimate: formatDecimal(estimate, 2) }) };
}

export function pointBounds({ low, high }: Bounds): BoundsResponse {
  return { low: formatDecimal(low, 2), high: formatDecimal(high, 2) };
}

export function percentBounds({ low, high }: Bounds): BoundsResponse {
  return { low: formatDecimal(low * 100, 1), high: formatDecimal(high * 100, 1) };
}

function differenceText({ difference, direction, adjustedP }: Difference): DifferenceResponse {
  return { difference: formatDecimal(difference, 2), direction, adjustedP: formatDecimal(adjustedP, 3) };
}

export function wholeStatisticsText(whole: WholeStatistics): WholeStatisticsResponse {
  const orNull = (value: number | null, digits: number): string | null =>
    value === null ? null : formatDecimal(value, digits);
  const means = (record: Readonly<Record<string, number>>) =>
    Object.entries(record).map(([code, mean]) => ({ code, mean: formatDecimal(mean, 2) }));
  const { weighted } = whole;
  return {
    completeCases: whole.completeCases,
    weighted: weighted && {
      overall: orNull(weighted.overall, 2),
      categories: means(weighted.categories),
      items: means(weighted.items),
      designEffect: formatDecimal(weighted.designEffect, 2),
      effectiveN: formatDecimal(weighted.effectiveN, 0),
      converged: weighted.converged,
      margins: [...weighted.margins],
      collapsed: weighted.collapsed.map(({ margin, values }) => ({ margin, values: [...values] })),
    },
    reliability: whole.reliability.map(({ category, items, alpha, omega }) => ({
      category,
      items: [...items],
      alpha: orNull(alpha, 2),
      omega: orNull(omega, 2),
    })),
    drivers: whole.drivers.map(({ outcome, r2, shares }) => ({
      outcome,
      explainedPercent: formatDecimal(r2 * 100, 1),
      shares: shares.map(({ item, share, correlation }) => ({
        item,
        percent: formatDecimal(share * 100, 1),
        correlation: formatDecimal(correlation, 2),
      })),
    })),
  };
}
