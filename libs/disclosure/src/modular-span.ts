/**
 * The span of 0/1 vectors over the integers modulo a prime, kept as an echelon basis.
 *
 * Exact, without tolerances: a vector in the rational span is in the span modulo p (but for coefficients whose denominators p divides,
 * hence two primes in use); a vector that is not may, once in about p times, seem to be, which only hides a cell too many.
 * The primes lie just under 2^26, so that every product fits into the 53 bits of a double.
 */
export const PRIMES = [67_108_859, 67_108_837] as const;

/** A row that has been reduced by the basis: dense values and, for speed, the places that are not zero. */
export interface ReducedRow {
  readonly values: Float64Array;
  readonly places: readonly number[];
}

export class ModularSpan {
  private readonly rows = new Map<number, ReducedRow>();
  private readonly inverse: number;

  constructor(
    readonly width: number,
    readonly prime: number,
  ) {
    this.inverse = 1 / prime;
  }

  /** The vector minus what the basis explains of it; no places when it lies in the span. `ones`: where the vector is 1. */
  reduce(ones: readonly number[]): ReducedRow {
    const values = new Float64Array(this.width);
    for (const place of ones) values[place] = 1;
    // Basis rows lead with their pivot, so going upwards each pivot is cleared once and stays cleared.
    for (let place = 0; place < this.width; place += 1) {
      const row = values[place] ? this.rows.get(place) : undefined;
      if (row) this.subtract(values, row, place);
    }
    return { values, places: nonZero(values) };
  }

  /** Adds a reduced, non-zero row. @returns the basis row, whose value at `pivot` is 1 */
  add(row: ReducedRow): { readonly pivot: number; readonly row: ReducedRow } {
    const pivot = row.places[0];
    if (pivot === undefined) throw new RangeError('ModularSpan.add: the row is zero');
    const scale = this.invert(row.values[pivot] ?? 0);
    const values = row.values.map((value) => (value === 0 ? 0 : this.multiply(value, scale)));
    const scaled = { values, places: row.places };
    this.rows.set(pivot, scaled);
    return { pivot, row: scaled };
  }

  /** values -= values[pivot] × row, in place. */
  subtract(values: Float64Array, row: ReducedRow, pivot: number): void {
    const factor = this.prime - (values[pivot] ?? 0);
    const { prime, inverse } = this;
    for (const place of row.places) {
      const sum = (values[place] ?? 0) + factor * (row.values[place] ?? 0);
      let rest = sum - Math.floor(sum * inverse) * prime;
      if (rest >= prime) rest -= prime;
      else if (rest < 0) rest += prime;
      values[place] = rest;
    }
  }

  private multiply(a: number, b: number): number {
    const product = a * b;
    let rest = product - Math.floor(product * this.inverse) * this.prime;
    if (rest >= this.prime) rest -= this.prime;
    else if (rest < 0) rest += this.prime;
    return rest;
  }

  /** a^(p−2), by Fermat. */
  private invert(a: number): number {
    let [result, base] = [1, a];
    for (let exponent = this.prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
      if (exponent % 2 === 1) result = this.multiply(result, base);
      base = this.multiply(base, base);
    }
    return result;
  }
}

export function nonZero(values: Float64Array): number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place += 1) if (values[place] !== 0) places.push(place);
  return places;
}
