/** A square, symmetric matrix of covariances or correlations, row by row. */
export type SymmetricMatrix = readonly (readonly number[])[];

/** The entry of a matrix. @throws RangeError outside the matrix */
export function entry(matrix: SymmetricMatrix, i: number, j: number): number {
  const value = matrix[i]?.[j];
  if (value === undefined) throw new RangeError(`no entry ${i}, ${j} in a matrix of ${matrix.length}`);
  return value;
}

/** cᵢⱼ/√(cᵢᵢcⱼⱼ) with ones on the diagonal; null when an item does not vary. */
export function correlationOf(covariance: SymmetricMatrix): number[][] | null {
  const variances = covariance.map((_, i) => entry(covariance, i, i));
  if (!variances.every((variance) => variance > 0)) return null;
  return covariance.map((row, i) =>
    row.map((value, j) => {
      const correlation = value / Math.sqrt((variances[i] ?? NaN) * (variances[j] ?? NaN));
      return i === j ? 1 : Math.max(-1, Math.min(1, correlation));
    }),
  );
}

/** The sum of all entries: of covariances, the variance of the items' sum. */
export function totalOf(matrix: SymmetricMatrix): number {
  return matrix.reduce((total, row) => row.reduce((sum, value) => sum + value, total), 0);
}

/** The sum of the diagonal. */
export function traceOf(matrix: SymmetricMatrix): number {
  return matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
}

/** The matrix without one item. */
export function without(matrix: SymmetricMatrix, item: number): number[][] {
  const keep = (_: unknown, at: number) => at !== item;
  return matrix.filter(keep).map((row) => row.filter(keep));
}
