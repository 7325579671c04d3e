import { correlationOf } from './symmetric-matrix.js';

/**
 * Sums and sums of products of the complete answers to k items, taken in one pass and constant memory: no row is kept.
 *
 * Missing answers: a row with a null is left out as a whole (完全ケースのみ), and counted in `incomplete`. Answers must be whole numbers, so
 * that all sums are exact as long as n·Σxy stays under 2^53 (300,000 rows of answers up to 300).
 */
export class CrossProducts {
  private rows = 0;
  private skipped = 0;
  private readonly totals: Float64Array;
  private readonly squares: Float64Array;

  constructor(readonly items: number) {
    this.totals = new Float64Array(items);
    this.squares = new Float64Array(items * items);
  }

  /** Complete rows. */
  get n(): number {
    return this.rows;
  }

  /** Rows left out for a missing answer. */
  get incomplete(): number {
    return this.skipped;
  }

  /** Σxᵢ over complete rows. */
  get sums(): number[] {
    return [...this.totals];
  }

  /** Σxᵢxⱼ over complete rows. */
  get products(): number[][] {
    return Array.from(this.totals, (_, i) => this.row(i));
  }

  /**
   * Takes the same row of answers `times` times.
   * @throws RangeError when the row has another length, or anything in it is not a whole number
   */
  add(values: readonly (number | null)[], times = 1): this {
    if (values.length !== this.items) throw new RangeError(`a row has ${this.items} answers, found ${values.length}`);
    if (!Number.isSafeInteger(times) || times < 0) throw new RangeError(`a row is taken ${times} times`);
    const answers = values.filter((value) => value !== null);
    const odd = answers.find((value) => !Number.isSafeInteger(value));
    if (odd !== undefined) throw new RangeError(`answers are whole numbers, found ${odd}`);
    if (answers.length < this.items) this.skipped += times;
    else this.addComplete(answers, times);
    return this;
  }

  /** Takes over what another accumulator of the same items has counted. @throws RangeError when it has another number of items */
  merge(other: CrossProducts): this {
    if (other.items !== this.items) throw new RangeError(`cannot merge ${other.items} items into ${this.items}`);
    this.rows += other.rows;
    this.skipped += other.skipped;
    other.totals.forEach((total, at) => (this.totals[at] = (this.totals[at] ?? 0) + total));
    other.squares.forEach((square, at) => (this.squares[at] = (this.squares[at] ?? 0) + square));
    return this;
  }

  /** (n·Σxᵢxⱼ − Σxᵢ·Σxⱼ) / (n(n − 1)): one rounding each. @throws RangeError when n is under 2 */
  covariance(): number[][] {
    const n = this.rows;
    if (n < 2) throw new RangeError(`covariance: needs two complete rows, found ${n}`);
    const sums = this.sums;
    return this.products.map((row, i) =>
      row.map((product, j) => (n * product - (sums[i] ?? 0) * (sums[j] ?? 0)) / (n * (n - 1))),
    );
  }

  /** Pearson's correlations; null when an item does not vary. @throws RangeError when n is under 2 */
  correlation(): number[][] | null {
    return correlationOf(this.covariance());
  }

  private row(i: number): number[] {
    return [...this.squares.subarray(i * this.items, (i + 1) * this.items)];
  }

  private addComplete(answers: readonly number[], times: number): void {
    this.rows += times;
    answers.forEach((x, i) => {
      this.totals[i] = (this.totals[i] ?? 0) + times * x;
      answers.forEach((y, j) => {
        const at = i * this.items + j;
        this.squares[at] = (this.squares[at] ?? 0) + times * x * y;
      });
    });
  }
}
