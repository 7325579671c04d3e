/** Accuracy of the solver's answers, far under one answer. */
export const TOLERANCE = 1e-6;

/** How low and how high each guarded cell has been seen. */
export class KnownRanges {
  private readonly low: number[];
  private readonly high: number[];

  constructor(
    private readonly cells: readonly (readonly number[])[],
    actual: ArrayLike<number>,
    private readonly width: readonly number[],
  ) {
    this.low = cells.map((ones) => sumAt(actual, ones));
    this.high = [...this.low];
  }

  learn(solution: ArrayLike<number>): void {
    this.cells.forEach((ones, cell) => {
      const sum = sumAt(solution, ones);
      if (sum < (this.low[cell] ?? 0)) this.low[cell] = sum;
      if (sum > (this.high[cell] ?? 0)) this.high[cell] = sum;
    });
  }

  of(cell: number): { readonly low: number; readonly high: number } {
    return { low: this.low[cell] ?? 0, high: this.high[cell] ?? 0 };
  }

  isNarrow(cell: number): boolean {
    const { low, high } = this.of(cell);
    return high - low < (this.width[cell] ?? 0) - TOLERANCE;
  }

  narrow(): number[] {
    return this.cells.flatMap((_, cell) => (this.isNarrow(cell) ? [cell] : []));
  }
}

/** The sum over some places. */
export function sumAt(values: ArrayLike<number>, places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (values[place] ?? 0), 0);
}
