import { centralT } from '../distributions.js';
import type { Sample } from '../sample.js';
import { finitePopulationFactor } from './finite-population.js';

export interface MeanInterval {
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  /** Degrees of freedom, n − 1. */
  readonly df: number;
}

/**
 * Confidence interval of a mean (平均の信頼区間): mean ± t(n−1) · s/√n · √(1 − n/N).
 *
 * Source: Cochran 1977, sections 2.6 to 2.8. Assumes that who answered is a random part of the N who were asked. The interval may leave
 * the scale; clipping it is the caller's business.
 * @param population N, how many were asked; null for an infinite population. See `finitePopulationFactor` for n ≥ N (zero width).
 * @param level confidence, 0.95 unless told
 * @returns null when n is under 2: one answer has no spread
 */
export function meanInterval(sample: Sample, population: number | null, level = 0.95): MeanInterval | null {
  const { n, mean, variance } = sample;
  if (n < 2) return null;
  const df = n - 1;
  const standardError = Math.sqrt((variance / n) * finitePopulationFactor(n, population));
  const margin = centralT(level, df) * standardError;
  return { low: mean - margin, high: mean + margin, standardError, df };
}
