import { collapseMargin, type CollapsedCategories, type RakingCell, type RakingMargin } from './collapse-margin.js';
import { designEffect } from './design-effect.js';
import { rakingProblem, type RakingProblem } from './raking-problem.js';
import { trimWeights } from './trim-weights.js';

export interface RakingOptions {
  /** Categories with fewer respondents or people than this are collapsed with their neighbour; 5. */
  readonly collapseUnder?: number;
  /** The largest weight over the mean weight, above 1; 5. */
  readonly cap?: number;
  /** How far a weighted share may miss the roster's; 1e-9. */
  readonly tolerance?: number;
}

export interface Raking {
  /** Of one respondent of each cell; their mean over respondents is 1. 0 for a cell without respondents. */
  readonly weights: readonly number[];
  /** Kish: 1 + cv² of the weights. */
  readonly designEffect: number;
  /** Respondents over the design effect. */
  readonly effectiveN: number;
  /** Whether the weighted respondents have the (collapsed) margins of the roster, within the cap. */
  readonly converged: boolean;
  /** The largest difference between a weighted share and the roster's. */
  readonly marginError: number;
  /** Respondents at the cap. */
  readonly capped: number;
  readonly collapsed: readonly CollapsedCategories[];
}

const MAX_SWEEPS = 5000;
/** Weights that move less than this in a sweep have come to rest. */
const AT_REST = 1e-13;

/**
 * Raking (レイキング, 反復比例補正): weights that give the respondents the roster's shares in every margin, nearest to equal weights in
 * the sense of Kullback and Leibler.
 *
 * Source: Deming & Stephan 1940, Ann. Math. Stat. 11:427; trimming after Izrael, Battaglia & Frankel 2009, SAS Global Forum 247. The margins
 * are raked to rest first. Where a weight then exceeds the cap, sweeps and trims (excess spread over the others in proportion) alternate:
 * projections onto two convex sets (Bregman 1967), which arrive at weights that satisfy both wherever such exist; where none do, the cap
 * holds and `converged` is false. Assumes that within a cell those who answered are like those who did not.
 *
 * Missing: a cell whose category a margin does not list (答えない) takes no part in that margin; the others share what is left.
 * @throws RangeError when a cell has not one category a margin, a count is negative, or the cap is not above 1
 */
export function rake(
  cells: readonly RakingCell[],
  population: readonly RakingMargin[],
  { collapseUnder = 5, cap = 5, tolerance = 1e-9 }: RakingOptions = {},
): Raking {
  if (!(cap > 1)) throw new RangeError(`rake: the cap must lie above the mean weight 1, found ${cap}`);
  if (cells.some(({ margins, respondents }) => margins.length !== population.length || !(respondents >= 0)))
    throw new RangeError(`rake: each cell needs ${population.length} categories and a count`);
  if (population.some(({ counts }) => [...counts.values()].some((count) => !(count >= 0))))
    throw new RangeError('rake: a margin has a negative count');
  const groups = population.map((margin, at) =>
    collapseMargin(margin, respondentsBy(cells, at), Math.max(1, collapseUnder)),
  );
  const problem = rakingProblem(cells, groups);
  const weights = solve(problem, cap);
  const marginError = problem.error(weights);
  const effect = designEffect(weights, problem.respondents);
  return {
    weights,
    designEffect: effect,
    effectiveN: problem.n / effect,
    converged: problem.n > 0 && marginError <= tolerance,
    marginError,
    capped: weights.reduce((sum, weight, at) => sum + (weight >= cap ? (problem.respondents[at] ?? 0) : 0), 0),
    collapsed: groups.flatMap((margin, at) =>
      margin
        .filter(({ categories }) => categories.length > 1)
        .map(({ categories }) => ({ margin: population[at]?.name ?? '', categories })),
    ),
  };
}

function respondentsBy(cells: readonly RakingCell[], margin: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { margins, respondents } of cells) {
    const category = margins[margin] ?? '';
    counts.set(category, (counts.get(category) ?? 0) + respondents);
  }
  return counts;
}

/** Rakes to rest; then, only where the cap is exceeded, on with a trim after each sweep. */
function solve(problem: RakingProblem, cap: number): number[] {
  const equal = problem.respondents.map(() => 1);
  const raked = iterate(problem, equal, (weights) => weights);
  if (raked.every((weight) => weight <= cap)) return raked;
  const trim = (weights: number[]) => trimWeights(weights, problem.respondents, cap);
  return iterate(problem, trim(raked), trim);
}

function iterate(problem: RakingProblem, start: number[], finish: (weights: number[]) => number[]): number[] {
  let weights = start;
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    const next = finish(problem.sweep(weights));
    const moved = next.reduce(
      (most, weight, at) => Math.max(most, Math.abs(weight - (weights[at] ?? 0)) / Math.max(1, weight)),
      0,
    );
    weights = next;
    if (moved < AT_REST) break;
  }
  return weights;
}
