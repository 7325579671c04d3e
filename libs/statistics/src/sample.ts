/** What a group's answers to one item boil down to. */
export interface Sample {
  readonly n: number;
  /** NaN when n is 0. */
  readonly mean: number;
  /** s², with n − 1 below. NaN when n is under 2. */
  readonly variance: number;
}

/**
 * The sample behind a distribution of answers: `counts[i]` people chose `scaleMin + i`. People who left the item out are in no count.
 * n, Σx and Σx² are integers, so s² = (n·Σx² − (Σx)²) / (n(n − 1)) suffers no cancellation.
 * @throws RangeError when a count is negative or not an integer
 */
export function sampleOfCounts(counts: readonly number[], scaleMin: number): Sample {
  assertCounts(counts);
  let [n, sum, squares] = [0, 0, 0];
  counts.forEach((count, at) => {
    const value = scaleMin + at;
    n += count;
    sum += count * value;
    squares += count * value * value;
  });
  return { n, mean: sum / n, variance: n < 2 ? NaN : (n * squares - sum * sum) / (n * (n - 1)) };
}

/** The sample of plain measurements, in two passes. Equal values have a variance of exactly 0. */
export function sampleOfValues(values: readonly number[]): Sample {
  const n = values.length;
  const first = values[0];
  if (first === undefined) return { n, mean: NaN, variance: NaN };
  // Counting from the first value makes the mean of equal values exact.
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, variance: n < 2 ? NaN : squares / (n - 1) };
}

/** @throws RangeError when a count is negative or not an integer */
export function assertCounts(counts: readonly number[]): void {
  const wrong = counts.find((count) => !Number.isSafeInteger(count) || count < 0);
  if (wrong !== undefined) throw new RangeError(`counts must be whole numbers from 0 up, found ${wrong}`);
}
