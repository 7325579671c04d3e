import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** P(|T| ≥ |t|) for Student's t with `df` degrees of freedom (R: `2 * pt(-abs(t), df)`). */
export function twoSidedT(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/** P(|Z| ≥ |z|) for the standard normal distribution (R: `2 * pnorm(-abs(z))`). */
export function twoSidedNormal(z: number): number {
  return 2 * normalCdf(-Math.abs(z), 0, 1);
}

/** The t with `level` of the distribution between −t and t (R: `qt((1 + level) / 2, df)`). */
export function centralT(level: number, df: number): number {
  assertLevel(level);
  return tQuantile((1 + level) / 2, df);
}

/** The z with `level` of the standard normal distribution between −z and z; 1.959964 for 0.95. */
export function centralNormal(level: number): number {
  assertLevel(level);
  return normalQuantile((1 + level) / 2, 0, 1);
}

function assertLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`a confidence level lies between 0 and 1, found ${level}`);
}
