import { centralNormal } from '../distributions.js';

export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Confidence interval of a share (割合の信頼区間), between 0 and 1: Wilson's score interval
 * (p + z²/2m ± z·√(p(1−p)/m + z²/4m²)) / (1 + z²/m), with the effective sample m = n(N−1)/(N−n) in place of n.
 *
 * Source: Wilson 1927, JASA 22:209; the effective sample puts the variance p(1−p)/n · (N−n)/(N−1) of drawing without replacement
 * (Cochran 1977, section 3.2) into Wilson's quadratic. Never leaves [0, 1], and has a width even where all agree.
 * @param population N; null for an infinite population (m = n). n ≥ N makes m infinite: low = high = p.
 * @returns null when n is 0
 * @throws RangeError when `successes` is not between 0 and n
 */
export function shareInterval(
  successes: number,
  n: number,
  population: number | null,
  level = 0.95,
): ShareInterval | null {
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n} is not a share`);
  if (n === 0) return null;
  const p = successes / n;
  const m = effectiveSample(n, population);
  if (m === Infinity) return { low: p, high: p };
  const z = centralNormal(level);
  const scale = 1 + (z * z) / m;
  const centre = (p + (z * z) / (2 * m)) / scale;
  const margin = (z * Math.sqrt((p * (1 - p)) / m + (z * z) / (4 * m * m))) / scale;
  // At p = 0 and p = 1 the bound is p itself, but for the last bit.
  return { low: p === 0 ? 0 : Math.min(p, centre - margin), high: p === 1 ? 1 : Math.max(p, centre + margin) };
}

function effectiveSample(n: number, population: number | null): number {
  if (population === null) return n;
  return n >= population ? Infinity : (n * (population - 1)) / (population - n);
}
