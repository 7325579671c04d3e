import type { Sample } from './sample.js';

export interface ShrunkMeans {
  /** In the order of the groups. */
  readonly estimates: readonly number[];
  /** How far each group keeps its own mean, 0 to 1. */
  readonly weights: readonly number[];
  readonly grandMean: number;
  /** τ², how much the groups' true means differ. */
  readonly betweenVariance: number;
}

/**
 * Means of many groups, small ones drawn towards the grand mean as far as their own answers are noise (経験ベイズ縮約):
 * estimateᵢ = μ + Bᵢ(x̄ᵢ − μ), Bᵢ = τ²/(τ² + s²/nᵢ), μ the mean weighted by 1/(τ² + s²/nᵢ).
 *
 * s² is pooled over all groups, Σ(nᵢ−1)sᵢ²/Σ(nᵢ−1): the variance of a handful of answers is no estimate, and five people of one mind would
 * get an infinite weight. τ² is the moment estimate max(0, (Σnᵢ(x̄ᵢ − x̄)² − (k−1)s²)/(Σnᵢ − Σnᵢ²/Σnᵢ)), x̄ weighted by nᵢ.
 *
 * Source: normal–normal empirical Bayes, Efron & Morris 1975, JASA 70:311; τ² after DerSimonian & Laird 1986, Control. Clin. Trials 7:177.
 * Assumes equal spread within groups and true means spread normally. For ranking and maps, beside the plain mean, never instead of it.
 *
 * Groups without answers get the grand mean with weight 0. Where no group varies within, means are exact and keep weight 1.
 * @returns null when nobody answered, or every group has a single answer (noise and difference cannot be told apart)
 */
export function shrinkMeans(groups: readonly Sample[]): ShrunkMeans | null {
  const answered = groups.filter(({ n }) => n > 0);
  const freedom = answered.reduce((sum, { n }) => sum + n - 1, 0);
  if (freedom === 0) return null;
  const spread = answered.reduce((sum, { n, variance }) => sum + (n < 2 ? 0 : (n - 1) * variance), 0);
  const within = spread / freedom;
  const betweenVariance = momentEstimate(answered, within);
  // Proportional to n where the groups do not differ.
  const precision = (n: number) => (betweenVariance > 0 ? n / (n * betweenVariance + within) : n);
  const grandMean = weightedMean(answered, precision);
  const weights = groups.map(({ n }) =>
    betweenVariance > 0 ? (n * betweenVariance) / (n * betweenVariance + within) : 0,
  );
  const estimates = groups.map(({ n, mean }, at) =>
    n === 0 ? grandMean : grandMean + (weights[at] ?? 0) * (mean - grandMean),
  );
  return { estimates, weights, grandMean, betweenVariance };
}

function momentEstimate(groups: readonly Sample[], within: number): number {
  if (groups.length < 2) return 0;
  const all = groups.reduce((sum, { n }) => sum + n, 0);
  const mean = weightedMean(groups, (n) => n);
  const between = groups.reduce((sum, group) => sum + group.n * (group.mean - mean) ** 2, 0);
  const size = all - groups.reduce((sum, { n }) => sum + n * n, 0) / all;
  return Math.max(0, (between - (groups.length - 1) * within) / size);
}

/** Counted from the first mean, so that equal means have exactly that mean. */
function weightedMean(groups: readonly Sample[], weight: (n: number) => number): number {
  const first = groups[0]?.mean ?? NaN;
  const total = groups.reduce((sum, { n }) => sum + weight(n), 0);
  return first + groups.reduce((sum, { n, mean }) => sum + weight(n) * (mean - first), 0) / total;
}
