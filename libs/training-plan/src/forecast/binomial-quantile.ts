import { normalQuantile } from './normal-quantile.js';

const { ceil, max, min, sqrt } = Math;

/** From this mean on the normal approximation, with its term for skewness, is off by less than one person. */
const LARGE_MEAN = 30;

/**
 * The smallest k for which a binomial count of n trials is at most k with probability u or more: draws by inversion, so that one and the
 * same u gives more successes for more trials and for a higher rate. Exact below a mean of 30, by the normal approximation with the
 * first Cornish-Fisher term above it.
 * @param u 0 to 1
 * @param n trials, a whole number
 * @param p 0 to 1
 */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomialQuantile(1 - u, n, 1 - p);
  if (n * p >= LARGE_MEAN) return approximateQuantile(u, n, p);
  const odds = p / (1 - p);
  let probability = (1 - p) ** n;
  let cumulative = probability;
  let k = 0;
  while (u > cumulative && k < n) {
    probability *= ((n - k) / (k + 1)) * odds;
    cumulative += probability;
    k += 1;
    // What is left of the tail is less than a double can tell.
    if (probability < 1e-17 && k > n * p) break;
  }
  return k;
}

function approximateQuantile(u: number, n: number, p: number): number {
  const z = normalQuantile(min(1 - 1e-15, max(1e-15, u)));
  const deviate = n * p + sqrt(n * p * (1 - p)) * z + ((1 - 2 * p) * (z * z - 1)) / 6;
  return min(n, max(0, ceil(deviate - 0.5)));
}
