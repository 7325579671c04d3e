/**
 * Spearman's rank correlation: Pearson's of the ranks, ties with the mean of the ranks they share (Kendall and Gibbons, "Rank Correlation
 * Methods", 1990, chapter 3).
 * @returns -1 to 1; null when one of the two does not vary, or is empty
 * @throws RangeError when the two have not the same length.
 */
export function rankCorrelation(x: readonly number[], y: readonly number[]): number | null {
  if (x.length !== y.length) throw new RangeError(`rankCorrelation: ${x.length} and ${y.length} values`);
  const [a, b] = [centredRanks(x), centredRanks(y)];
  const product = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, value, index) => sum + value * (q[index] ?? 0), 0);
  const spread = Math.sqrt(product(a, a)) * Math.sqrt(product(b, b));
  return spread === 0 ? null : Math.min(1, Math.max(-1, product(a, b) / spread));
}

/** Twice the rank less its mean: whole numbers, whatever the ties. */
function centredRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const ends = new Map<number, { first: number; last: number }>();
  sorted.forEach((value, index) => {
    const end = ends.get(value);
    if (end) end.last = index;
    else ends.set(value, { first: index, last: index });
  });
  return values.map((value) => {
    const { first = 0, last = 0 } = ends.get(value) ?? {};
    return first + last - (values.length - 1);
  });
}
