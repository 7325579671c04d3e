/**
 * 有限母集団修正: 1 − n/N, the factor on the variance of a mean when n of N people answered (Cochran, Sampling Techniques, 3rd ed. 1977,
 * section 2.6).
 *
 * Two definitions that the textbook leaves open:
 * - `population` null is an infinite population: factor 1.
 * - Attributes that respondents declare themselves can make n exceed the N of the roster. N is then taken as n: factor 0, as for a
 *   census (n = N).
 */
export function finitePopulationFactor(n: number, population: number | null): number {
  return population === null ? 1 : 1 - n / Math.max(population, n);
}
