import { twoSidedNormal } from '../distributions.js';
import { assertCounts } from '../sample.js';

export interface MannWhitneyTest {
  /** Pairs (x, y) with x above y, ties counting one half: R's W. */
  readonly w: number;
  /** Two-sided, by the normal approximation. */
  readonly p: number;
  /** W/(mn): the chance that a random x lies above a random y, ties counting one half. 0.5 is no difference. */
  readonly superiority: number;
}

export interface MannWhitneyOptions {
  /** Continuity correction: |W − mn/2| less one half, as R does unless told otherwise. */
  readonly continuity: boolean;
}

/**
 * Mann–Whitney test (マン・ホイットニーのU検定) on distributions over the same ordered options:
 * z = (W − mn/2)/σ with σ² = mn/12 · (N + 1 − Σ(t³ − t)/(N(N − 1))), t being how many share a value, N = m + n.
 *
 * Source: Mann & Whitney 1947, Ann. Math. Stat. 18:50; ties as in Lehmann, Nonparametrics 1975, section 1.4; the figures of R
 * `wilcox.test(exact = FALSE)`. Where all answers are the same (R gives NaN) p is 1.
 * @param xCounts,yCounts how many chose each option, lowest option first
 * @returns null when either side is empty
 * @throws RangeError when the two have different numbers of options
 */
export function mannWhitney(
  xCounts: readonly number[],
  yCounts: readonly number[],
  { continuity }: MannWhitneyOptions,
): MannWhitneyTest | null {
  if (xCounts.length !== yCounts.length) throw new RangeError('mannWhitney: the two sides have different options');
  assertCounts(xCounts);
  assertCounts(yCounts);
  let [m, n, w, ties] = [0, 0, 0, 0];
  xCounts.forEach((x, at) => {
    const y = yCounts[at] ?? 0;
    w += x * (n + y / 2);
    m += x;
    n += y;
    ties += (x + y) ** 3 - (x + y);
  });
  if (m === 0 || n === 0) return null;
  const all = m + n;
  const sigma = Math.sqrt(((m * n) / 12) * (all + 1 - ties / (all * (all - 1))));
  const distance = Math.max(0, Math.abs(w - (m * n) / 2) - (continuity ? 0.5 : 0));
  return { w, p: sigma > 0 ? twoSidedNormal(distance / sigma) : 1, superiority: w / (m * n) };
}

/** The same test on plain measurements. */
export function mannWhitneyOfValues(
  x: readonly number[],
  y: readonly number[],
  options: MannWhitneyOptions,
): MannWhitneyTest | null {
  const distinct = [...new Set([...x, ...y])].sort((a, b) => a - b);
  return mannWhitney(countsOf(x, distinct), countsOf(y, distinct), options);
}

function countsOf(values: readonly number[], distinct: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return distinct.map((value) => counts.get(value) ?? 0);
}
