import type { CategoryGroup, RakingCell } from './collapse-margin.js';

/** Cells and targets as numbers. Weights are those of one respondent of each cell. */
export interface RakingProblem {
  readonly n: number;
  readonly respondents: readonly number[];
  /** Scales the weights to each margin in turn, and to mean 1. Cells without respondents have weight 0. */
  sweep(weights: readonly number[]): number[];
  /** The largest difference between a weighted share and its target. */
  error(weights: readonly number[]): number;
}

interface Margin {
  /** The group of each cell; −1 where its category is not listed. */
  readonly groupOf: readonly number[];
  /** Shares of the population. */
  readonly targets: readonly number[];
}

export function rakingProblem(
  cells: readonly RakingCell[],
  groups: readonly (readonly CategoryGroup[])[],
): RakingProblem {
  const respondents = cells.map((cell) => cell.respondents);
  const n = respondents.reduce((sum, people) => sum + people, 0);
  // A margin of one group asks for nothing.
  const margins = groups.flatMap((of, at) => (of.length > 1 ? [marginOf(cells, of, at)] : []));
  const scaleToMean = (weights: readonly number[]) => {
    const total = weights.reduce((sum, weight, at) => sum + weight * (respondents[at] ?? 0), 0);
    return weights.map((weight, at) => ((respondents[at] ?? 0) > 0 ? (weight * n) / total : 0));
  };
  return {
    n,
    respondents,
    sweep: (weights) => scaleToMean(margins.reduce((scaled, margin) => scaleTo(margin, scaled, respondents), weights)),
    error: (weights) => margins.reduce((most, margin) => Math.max(most, missOf(margin, weights, respondents)), 0),
  };
}

function marginOf(cells: readonly RakingCell[], groups: readonly CategoryGroup[], at: number): Margin {
  const people = groups.reduce((sum, { population }) => sum + population, 0);
  return {
    groupOf: cells.map(({ margins }) => groups.findIndex(({ categories }) => categories.includes(margins[at] ?? ''))),
    targets: groups.map(({ population }) => population / people),
  };
}

function sharesOf({ groupOf, targets }: Margin, weights: readonly number[], respondents: readonly number[]): number[] {
  const sums = targets.map(() => 0);
  groupOf.forEach((group, at) => {
    if (group >= 0) sums[group] = (sums[group] ?? 0) + (weights[at] ?? 0) * (respondents[at] ?? 0);
  });
  const known = sums.reduce((sum, each) => sum + each, 0);
  return sums.map((sum) => sum / known);
}

function scaleTo(margin: Margin, weights: readonly number[], respondents: readonly number[]): readonly number[] {
  const shares = sharesOf(margin, weights, respondents);
  // Margins that contradict the empty cells drive weights to 0; once there, they stay.
  const factors = margin.targets.map((target, group) => ((shares[group] ?? 0) > 0 ? target / (shares[group] ?? 1) : 1));
  return weights.map((weight, at) => weight * (factors[margin.groupOf[at] ?? -1] ?? 1));
}

function missOf(margin: Margin, weights: readonly number[], respondents: readonly number[]): number {
  const shares = sharesOf(margin, weights, respondents);
  return margin.targets.reduce((most, target, group) => Math.max(most, Math.abs((shares[group] ?? NaN) - target)), 0);
}
