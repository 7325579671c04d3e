import { PrimeField } from './prime-field.js';

/** A vector that has been reduced by the basis: the places that are not zero, from the highest down, and their values. */
export interface ReducedRow {
  readonly places: Int32Array;
  readonly values: Float64Array;
}

/** The span of 0/1 vectors over a prime field, kept as a sparse echelon basis; a row's pivot is its highest place. */
export class ModularSpan {
  private readonly rows = new Map<number, ReducedRow>();
  /** Zero between calls. */
  private readonly work: Float64Array;

  constructor(
    width: number,
    readonly field: PrimeField,
  ) {
    this.work = new Float64Array(width);
  }

  /** The vector minus what the basis explains of it; no places when it lies in the span. `ones`: where the vector is 1. */
  reduce(ones: readonly number[]): ReducedRow {
    const { work } = this;
    let [highest, lowest] = [-1, work.length];
    for (const place of ones) {
      work[place] = 1;
      if (place > highest) highest = place;
      if (place < lowest) lowest = place;
    }
    // Basis rows lead with their pivot, so going downwards each pivot is cleared once and stays cleared.
    const places: number[] = [];
    for (let place = highest; place >= lowest; place -= 1) {
      const value = work[place] ?? 0;
      if (value === 0) continue;
      const row = this.rows.get(place);
      if (!row) {
        places.push(place);
        continue;
      }
      this.subtract(row, value);
      lowest = Math.min(lowest, row.places.at(-1) ?? lowest);
    }
    return this.takeOut(places);
  }

  /** Adds a reduced row. @returns the basis row, scaled so that its value at the pivot is 1 @throws RangeError when it is zero */
  add({ places, values }: ReducedRow): ReducedRow {
    const pivot = places[0];
    if (pivot === undefined) throw new RangeError('ModularSpan.add: the row is zero');
    const scale = this.field.invert(values[0] ?? 0);
    const row = { places, values: values.map((value) => this.field.multiply(value, scale)) };
    this.rows.set(pivot, row);
    return row;
  }

  private subtract({ places, values }: ReducedRow, factor: number): void {
    const { work, field } = this;
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      work[place] = field.minus(work[place] ?? 0, factor, values[at] ?? 0);
    }
  }

  private takeOut(places: readonly number[]): ReducedRow {
    const row = { places: Int32Array.from(places), values: new Float64Array(places.length) };
    places.forEach((place, at) => {
      row.values[at] = this.work[place] ?? 0;
      this.work[place] = 0;
    });
    return row;
  }
}
