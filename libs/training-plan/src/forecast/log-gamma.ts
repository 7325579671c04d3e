const { log } = Math;
const HALF_LOG_TWO_PI = 0.9189385332046727;

/**
 * Natural logarithm of the gamma function for x above 0: Stirling's series (Abramowitz and Stegun 6.1.41) from 8 on, below it by
 * Γ(x + 1) = xΓ(x). Error below 1e-11.
 */
export function logGamma(x: number): number {
  let [at, product] = [x, 1];
  while (at < 8) {
    product *= at;
    at += 1;
  }
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / at;
  return (at - 0.5) * log(at) - at + HALF_LOG_TWO_PI + series - log(product);
}
