/** A predictor of unit variance of which the subset leaves less than this is determined by it. */
const COLLINEAR = 1e-10;

/**
 * R² of the last variable on every subset of the others; bit j of the index says that variable j is in.
 *
 * Walks the subsets as a tree: taking a variable in sweeps it out of what is left of the others (Gauss elimination, one row of a Cholesky
 * factor), so that each subset costs one step from its parent and no regression is solved twice.
 * @param correlation of all variables; rows of zeros for such as do not vary
 */
export function subsetR2(correlation: readonly (readonly number[])[]): Float64Array {
  const size = correlation.length;
  const last = size - 1;
  const found = new Float64Array(2 ** last);
  const buffers = correlation.map(() => new Float64Array(size * size));
  const walk = (at: number, subset: number, left: Float64Array): void => {
    if (at === last) {
      found[subset] = Math.min(1, Math.max(0, 1 - (left[last * size + last] ?? 0)));
      return;
    }
    walk(at + 1, subset, left);
    const pivot = left[at * size + at] ?? 0;
    const swept = buffers[at];
    // The branch without the variable is done: its buffers further down are free again.
    walk(at + 1, subset | (1 << at), swept && pivot > COLLINEAR ? sweep(left, swept, at, size) : left);
  };
  walk(0, 0, Float64Array.from(correlation.flat()));
  return found;
}

/** Writes what variable `at` leaves of the ones after it into `into`. */
function sweep(from: Float64Array, into: Float64Array, at: number, size: number): Float64Array {
  const pivot = from[at * size + at] ?? 1;
  for (let i = at + 1; i < size; i += 1) {
    const factor = (from[i * size + at] ?? 0) / pivot;
    for (let j = at + 1; j < size; j += 1)
      into[i * size + j] = (from[i * size + j] ?? 0) - factor * (from[at * size + j] ?? 0);
  }
  return into;
}
