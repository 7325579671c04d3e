import { centralT, twoSidedT } from '../distributions.js';
import type { Sample } from '../sample.js';

export interface WelchTest {
  /** mean of a − mean of b. */
  readonly difference: number;
  readonly t: number;
  /** Degrees of freedom by Satterthwaite. */
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** Bounds of the difference. */
  readonly low: number;
  readonly high: number;
}

/**
 * Welch's t test of two independent means (ウェルチのt検定), from what the samples boil down to:
 * t = (ā − b̄)/√(sₐ²/nₐ + s_b²/n_b), df = (sₐ²/nₐ + s_b²/n_b)² / (sₐ⁴/(nₐ²(nₐ−1)) + s_b⁴/(n_b²(n_b−1))).
 *
 * Source: Welch 1947, Biometrika 34:28; R `t.test(var.equal = FALSE)`. The samples share no person: compare a group with its
 * complement, never with the total. Ballots carry no identity, so two years of the same staff count as independent, which errs towards
 * "no difference".
 *
 * Where neither sample varies at all R refuses; here t is 0 and p is 1 when the means are equal, t is ±Infinity and p is 0 when they
 * differ, df is nₐ + n_b − 2 and the interval has no width.
 * @returns null when either n is under 2
 */
export function welch(a: Sample, b: Sample, level = 0.95): WelchTest | null {
  if (a.n < 2 || b.n < 2) return null;
  const difference = a.mean - b.mean;
  const [va, vb] = [a.variance / a.n, b.variance / b.n];
  const error = Math.sqrt(va + vb);
  if (error === 0) return withoutSpread(difference, a.n + b.n - 2);
  const t = difference / error;
  const share = va / (va + vb);
  const df = 1 / (share ** 2 / (a.n - 1) + (1 - share) ** 2 / (b.n - 1));
  const margin = centralT(level, df) * error;
  return { difference, t, df, p: twoSidedT(t, df), low: difference - margin, high: difference + margin };
}

function withoutSpread(difference: number, df: number): WelchTest {
  const t = difference === 0 ? 0 : Math.sign(difference) * Infinity;
  return { difference, t, df, p: difference === 0 ? 1 : 0, low: difference, high: difference };
}
