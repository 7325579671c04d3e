/** How innermost groups are numbered for the elimination. */
export interface Places {
  readonly width: number;
  /** The vector in the new numbering. Only for vectors that were given to `arrangePlaces`. */
  readonly arrange: (ones: readonly number[]) => number[];
}

/**
 * A numbering that keeps the elimination sparse; the result does not depend on it.
 *
 * Groups that no vector tells apart become one place. Places are sorted by the cells they lie in, the first in line first, so that the
 * highest place of a row, its pivot, lies in the cells tried last: a large cell is then subtracted from few others.
 */
export function arrangePlaces(
  width: number,
  inLine: readonly (readonly number[])[],
  others: readonly (readonly number[])[],
): Places {
  const memberships: number[][] = Array.from({ length: width }, () => []);
  [...inLine, ...others].forEach((ones, rank) => {
    for (const place of ones) memberships[place]?.push(rank);
  });
  const order = memberships.map((_, place) => place).sort((a, b) => compare(memberships[a], memberships[b]));
  const number = new Int32Array(width);
  let next = -1;
  order.forEach((place, at) => {
    const before = order[at - 1];
    if (before === undefined || compare(memberships[before], memberships[place]) !== 0) next += 1;
    number[place] = next;
  });
  return { width: next + 1, arrange: (ones) => [...new Set(ones.map((place) => number[place] ?? 0))] };
}

function compare(a: readonly number[] = [], b: readonly number[] = []): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
