import { entry, type SymmetricMatrix } from '../symmetric-matrix.js';
import { subsetR2 } from './subset-r2.js';

export interface LmgShares {
  /** Of the regression on all predictors. */
  readonly r2: number;
  /** In the order of the predictors; they add up to r2. */
  readonly shares: readonly number[];
}

/** Beyond this 2^p subsets take longer than a page may wait. */
const MOST_PREDICTORS = 20;

/**
 * Shapley shares of R² (LMG): what a predictor adds to R², averaged over all orders in which the predictors may enter:
 * shareⱼ = Σ_{S∌j} |S|!(p−|S|−1)!/p! · (R²(S∪{j}) − R²(S)), over all 2^p subsets, exactly.
 *
 * Source: Lindeman, Merenda & Gold 1980, p. 119; Grömping 2006, J. Stat. Software 17(1) (R relaimpo "lmg"). Shares say how far answers go
 * together (関連), never what causes what (原因).
 *
 * Collinear predictors: a predictor that the others of a subset determine adds nothing to it, so the R² of a subset is that of what it
 * spans and every share stays defined; two identical predictors share equally. One that does not vary has share 0.
 * @param outcome the item that is explained, or a weight for every item of the matrix (their weighted sum is explained)
 * @param predictors places in the matrix, 20 at most; they may be parts of a combined outcome, not the outcome itself
 * @returns null when the outcome does not vary
 * @throws RangeError for wrong places, repeated predictors, a predictor in the outcome, or too many
 */
export function lmgShares(
  covariance: SymmetricMatrix,
  outcome: number | readonly number[],
  predictors: readonly number[],
): LmgShares | null {
  const weights = typeof outcome === 'number' ? covariance.map((_, item) => (item === outcome ? 1 : 0)) : outcome;
  assertQuestion(covariance, weights, predictors);
  const standard = standardise(covariance, weights, predictors);
  if (!standard) return null;
  const r2 = subsetR2(standard);
  return { r2: r2[r2.length - 1] ?? 0, shares: predictors.map((_, at) => shareOf(at, predictors.length, r2)) };
}

function assertQuestion(covariance: SymmetricMatrix, weights: readonly number[], predictors: readonly number[]): void {
  if (weights.length !== covariance.length || weights.every((weight) => weight === 0))
    throw new RangeError('lmgShares: the outcome is not made of items of the matrix');
  if (new Set(predictors).size < predictors.length) throw new RangeError('lmgShares: a predictor is named twice');
  if (predictors.length > MOST_PREDICTORS) throw new RangeError(`lmgShares: more than ${MOST_PREDICTORS} predictors`);
  const unknown = predictors.find((item) => !Object.hasOwn(covariance, item));
  if (unknown !== undefined) throw new RangeError(`lmgShares: ${unknown} is no item of the matrix`);
  // Items may explain a score they are part of: R² is 1 then, and the shares say how its variation falls to them.
  const parts = weights.flatMap((weight, item) => (weight === 0 ? [] : [item]));
  if (parts.length === 1 && predictors.includes(parts[0] ?? -1))
    throw new RangeError('lmgShares: the outcome is one of the predictors');
}

/** Correlations of the predictors and, last, the outcome; zeros for a predictor that does not vary. null when the outcome does not. */
function standardise(
  covariance: SymmetricMatrix,
  weights: readonly number[],
  predictors: readonly number[],
): number[][] | null {
  const withOutcome = (item: number) => weights.reduce((sum, w, other) => sum + w * entry(covariance, item, other), 0);
  const variance = weights.reduce((sum, weight, item) => sum + weight * withOutcome(item), 0);
  if (!(variance > 0)) return null;
  const full = [
    ...predictors.map((i) => [...predictors.map((j) => entry(covariance, i, j)), withOutcome(i)]),
    [...predictors.map(withOutcome), variance],
  ];
  const scale = full.map((row, i) => ((row[i] ?? 0) > 0 ? 1 / Math.sqrt(row[i] ?? 1) : 0));
  return full.map((row, i) => row.map((value, j) => value * (scale[i] ?? 0) * (scale[j] ?? 0)));
}

/** |S|!(p−|S|−1)!/p! = 1/(p·C(p−1, |S|)). */
function shareOf(at: number, predictors: number, r2: Float64Array): number {
  const bit = 1 << at;
  const weights = shapleyWeights(predictors);
  let share = 0;
  for (let subset = 0; subset < r2.length; subset += 1) {
    if (subset & bit) continue;
    share += (weights[bitCount(subset)] ?? 0) * ((r2[subset | bit] ?? 0) - (r2[subset] ?? 0));
  }
  // No predictor ever takes away; less than nothing is rounding.
  return Math.max(0, share);
}

function shapleyWeights(predictors: number): number[] {
  let choices = 1;
  return Array.from({ length: predictors }, (_, size) => {
    const weight = 1 / (predictors * choices);
    choices = (choices * (predictors - 1 - size)) / (size + 1);
    return weight;
  });
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
