const A = [-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1];
const A_LAST = 2.506628277459239;
const B = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1];
const C = [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968];
const C_LAST = 2.938163982698783;
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];
const TAIL = 0.02425;

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((value, coefficient) => value * x + coefficient, 0);

/**
 * Quantile of the standard normal distribution by Acklam's rational approximation ("An algorithm for computing the inverse normal
 * cumulative distribution function", 2003): relative error below 1.15e-9.
 * @param u above 0 and below 1
 */
export function normalQuantile(u: number): number {
  if (u > 1 - TAIL) return -normalQuantile(1 - u);
  if (u < TAIL) {
    const q = Math.sqrt(-2 * Math.log(u));
    return (polynomial(C, q) * q + C_LAST) / (polynomial(D, q) * q + 1);
  }
  const q = u - 0.5;
  const r = q * q;
  return ((polynomial(A, r) * r + A_LAST) * q) / (polynomial(B, r) * r + 1);
}
