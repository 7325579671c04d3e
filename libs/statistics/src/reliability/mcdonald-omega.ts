import type { SymmetricMatrix } from '../symmetric-matrix.js';
import { oneFactorLoadings } from './one-factor-fit.js';

export interface McDonaldOmega {
  readonly omega: number;
  /** Of each item on the one factor. */
  readonly loadings: readonly number[];
}

/**
 * McDonald's omega total (マクドナルドのω) of one factor on the correlations: (Σλ)²/((Σλ)² + Σ(1 − λ²)), λ by maximum likelihood.
 *
 * Source: McDonald, Test Theory 1999, chapter 6. The share of the standardised sum's variance that the one common factor carries; unlike
 * alpha it lets items measure it unequally well. Turn reversed items round first.
 * @returns null where the one-factor model cannot be fitted: under three items, singular correlations, or a Heywood case
 */
export function mcdonaldOmega(correlation: SymmetricMatrix): McDonaldOmega | null {
  const loadings = oneFactorLoadings(correlation);
  return loadings && { omega: omegaOfLoadings(loadings), loadings };
}

/** Omega total from standardised loadings on one factor. */
export function omegaOfLoadings(loadings: readonly number[]): number {
  const common = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
  return common / (common + loadings.reduce((sum, loading) => sum + 1 - loading ** 2, 0));
}
