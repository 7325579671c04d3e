import { entry, totalOf, traceOf, without, type SymmetricMatrix } from '../symmetric-matrix.js';

/**
 * Cronbach's alpha (クロンバックのα): k/(k−1) · (1 − Σσᵢᵢ/Σσᵢⱼ), how far items asked in the same direction say the same.
 *
 * Source: Cronbach 1951, Psychometrika 16:297. Equals the reliability of the sum when every item measures the same thing equally well,
 * and is a lower bound of it otherwise; may be negative. Turn reversed items round first.
 * @returns null with under two items, or when their sum does not vary
 */
export function cronbachAlpha(covariance: SymmetricMatrix): number | null {
  const items = covariance.length;
  const total = totalOf(covariance);
  return items < 2 || !(total > 0) ? null : (items / (items - 1)) * (1 - traceOf(covariance) / total);
}

/** Alpha of the items brought to equal variance: k·r̄/(1 + (k−1)·r̄) with the mean correlation r̄ (標準化α); alpha of the correlations. */
export function standardizedAlpha(correlation: SymmetricMatrix): number | null {
  return cronbachAlpha(correlation);
}

/** For each item, alpha of the others (項目削除時のα). A value above alpha says that the item does not go with the rest. */
export function alphaIfDropped(covariance: SymmetricMatrix): (number | null)[] {
  return covariance.map((_, item) => cronbachAlpha(without(covariance, item)));
}

/**
 * For each item, its correlation with the sum of the others (I-R相関, corrected item–total correlation):
 * (Σⱼσᵢⱼ − σᵢᵢ)/√(σᵢᵢ · Var(sum of the others)). null when either does not vary. R psych: `r.drop`.
 */
export function itemRestCorrelations(covariance: SymmetricMatrix): (number | null)[] {
  return covariance.map((row, item) => {
    const variance = entry(covariance, item, item);
    const rest = totalOf(without(covariance, item));
    if (!(variance > 0 && rest > 0)) return null;
    return (row.reduce((sum, value) => sum + value, 0) - variance) / Math.sqrt(variance * rest);
  });
}
