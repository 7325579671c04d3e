import type { ReducedRow } from './modular-span.js';
import type { PrimeField } from './prime-field.js';

/** What three random linear forms say of a vector. */
export type Fingerprint = readonly [number, number, number];

type Mutable = [number, number, number];
/** Any three will do; fixed, so that a pattern can be made again. */
const SEEDS = [636, 2041, 500];
const ZERO: Fingerprint = [0, 0, 0];

/**
 * Random linear forms that are zero on everything published. What they say of a vector depends only on the part that the published ones
 * do not explain, so they stand for that part (Freivalds' fingerprint) without it ever being written out. With three forms two vectors
 * pass for multiples of each other by chance once in p² ≈ 4·10^15 times.
 *
 * Places that are no pivot have fixed pseudo-random weights; the weight of a pivot follows from its row. A new row changes the weight of
 * its pivot, and from there back those of earlier rows that contain it.
 */
export class Fingerprints {
  private readonly weights: readonly Mutable[];
  private readonly pivots: number[] = [];
  /** Place -> the rows in which it stands without being the pivot, and its value there. */
  private readonly rowsAt: { readonly row: number; readonly value: number }[][];

  constructor(
    width: number,
    private readonly field: PrimeField,
  ) {
    const forms = SEEDS.map((seed) => pseudoRandom(width, field.prime, seed));
    this.weights = Array.from({ length: width }, (_, at): Mutable => [
      forms[0]?.[at] ?? 0,
      forms[1]?.[at] ?? 0,
      forms[2]?.[at] ?? 0,
    ]);
    this.rowsAt = Array.from({ length: width }, () => []);
  }

  /** The forms at a 0/1 vector. */
  of(ones: readonly number[]): Fingerprint {
    let [a, b, c] = ZERO;
    for (const place of ones) {
      const weight = this.weights[place] ?? ZERO;
      a += weight[0];
      b += weight[1];
      c += weight[2];
    }
    const { prime } = this.field;
    return [a % prime, b % prime, c % prime];
  }

  /** Makes the forms zero on one more basis row. @returns the places whose weights have changed */
  add({ places, values }: ReducedRow): number[] {
    const { field, pivots } = this;
    const row = pivots.push(places[0] ?? 0) - 1;
    const excess: Mutable = [0, 0, 0];
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      addTo(field, excess, this.weights[place] ?? ZERO, values[at] ?? 0);
      if (at > 0) this.rowsAt[place]?.push({ row, value: values[at] ?? 0 });
    }
    // From the newest row back: a row contains pivots of later rows only, so each is settled once.
    const pending = new Map([[row, excess]]);
    const waiting = [row];
    const changed: number[] = [];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const pivot = pivots[next] ?? 0;
      const by: Mutable = [0, 0, 0];
      addTo(field, by, pending.get(next) ?? ZERO, field.prime - 1);
      pending.delete(next);
      const weight = this.weights[pivot];
      if (weight) addTo(field, weight, by, 1);
      changed.push(pivot);
      for (const { row: earlier, value } of this.rowsAt[pivot] ?? []) {
        const known = pending.get(earlier) ?? [0, 0, 0];
        if (!pending.has(earlier)) insertSorted(waiting, earlier);
        addTo(field, known, by, value);
        pending.set(earlier, known);
      }
    }
    return changed;
  }
}

function addTo(field: PrimeField, sum: Mutable, terms: Fingerprint, factor: number): void {
  sum[0] = field.plus(sum[0], field.multiply(terms[0], factor));
  sum[1] = field.plus(sum[1], field.multiply(terms[1], factor));
  sum[2] = field.plus(sum[2], field.multiply(terms[2], factor));
}

function insertSorted(ascending: number[], value: number): void {
  let at = ascending.length;
  while (at > 0 && (ascending[at - 1] ?? 0) > value) at -= 1;
  ascending.splice(at, 0, value);
}

/** The same numbers for the same seed (mulberry32 by Tommy Ettinger, public domain). */
function pseudoRandom(width: number, prime: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: width }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % prime;
  });
}
