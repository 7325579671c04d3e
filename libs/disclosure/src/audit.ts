/**
 * Audit of a finished pattern, independent of how it was made: another prime, another elimination (small vectors first, pivots in the
 * place that fewest vectors share), nothing carried along while it grows, no groups merged.
 *
 * A vector lies in the span only if it is orthogonal to everything that the span is orthogonal to. So random vectors of that kind are
 * made from the finished elimination, and only a vector that is orthogonal to them, hence almost surely derivable, is reduced itself.
 */
const AUDIT_PRIME = 67_108_777;
/** One lets one safe vector in 67 million through to the reduction: a matter of time only, never of the finding. */
const PROBES = 2;

export interface AuditProblem {
  readonly width: number;
  readonly published: readonly (readonly number[])[];
  readonly protected: readonly (readonly number[])[];
}

type Row = Map<number, number>;

/**
 * Which protected vectors can be had exactly from the published ones by adding and subtracting.
 * @returns indexes into `protected`; empty when the pattern is safe
 */
export function derivable({ width, published, protected: guarded }: AuditProblem): number[] {
  const sharedBy = new Int32Array(width);
  for (const ones of published) for (const place of ones) sharedBy[place] = (sharedBy[place] ?? 0) + 1;
  const basis = new Basis(sharedBy);
  const smallestFirst = [...published].sort((a, b) => a.length - b.length);
  for (const ones of smallestFirst) basis.add(ones);
  const probes = Array.from({ length: PROBES }, (_, probe) => basis.orthogonal(width, probe + 1));
  const isSuspect = (ones: readonly number[]): boolean =>
    ones.length > 0 && probes.every((probe) => ones.reduce((sum, at) => sum + (probe[at] ?? 0), 0) % AUDIT_PRIME === 0);
  return guarded.flatMap((ones, index) => (isSuspect(ones) && basis.explains(ones) ? [index] : []));
}

class Basis {
  /** Rows in the order in which they came; a row has no pivot of an earlier one. */
  private readonly rows: { readonly pivot: number; readonly row: Row }[] = [];
  private readonly rowOf = new Map<number, number>();

  constructor(private readonly sharedBy: Int32Array) {}

  add(ones: readonly number[]): void {
    const row = this.reduce(ones);
    let pivot: number | null = null;
    for (const place of row.keys())
      if (pivot === null || (this.sharedBy[place] ?? 0) < (this.sharedBy[pivot] ?? 0)) pivot = place;
    if (pivot === null) return;
    const scale = inverse(row.get(pivot) ?? 0);
    for (const [place, value] of row) row.set(place, (value * scale) % AUDIT_PRIME);
    this.rowOf.set(pivot, this.rows.length);
    this.rows.push({ pivot, row });
  }

  /** A pseudo-random vector that is orthogonal to the whole span: anything off the pivots, and what the rows then ask of these. */
  orthogonal(width: number, seed: number): Float64Array {
    let state = seed;
    const vector = Float64Array.from({ length: width }, () => {
      // The minimal standard generator of Park and Miller.
      state = (state * 48_271) % 2_147_483_647;
      return state % AUDIT_PRIME;
    });
    // From the last row back: a row holds pivots of later rows only.
    for (let at = this.rows.length - 1; at >= 0; at -= 1) {
      const { pivot, row } = this.rows[at] ?? { pivot: -1, row: new Map<number, number>() };
      let sum = 0;
      for (const [place, value] of row) if (place !== pivot) sum = (sum + value * (vector[place] ?? 0)) % AUDIT_PRIME;
      vector[pivot] = (AUDIT_PRIME - sum) % AUDIT_PRIME;
    }
    return vector;
  }

  explains(ones: readonly number[]): boolean {
    return this.reduce(ones).size === 0;
  }

  /** Clears pivots from the earliest row on: a row can only bring in pivots of later ones. */
  private reduce(ones: readonly number[]): Row {
    const row: Row = new Map(ones.map((place) => [place, 1]));
    const waiting = new EarliestFirst();
    const enter = (place: number): void => {
      const at = this.rowOf.get(place);
      if (at !== undefined) waiting.push(at);
    };
    for (const place of ones) enter(place);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const { pivot, row: by } = this.rows[at] ?? { pivot: -1, row: new Map<number, number>() };
      const factor = row.get(pivot);
      if (factor === undefined) continue;
      for (const [place, value] of by) {
        const before = row.get(place);
        const after = ((before ?? 0) + (AUDIT_PRIME - factor) * value) % AUDIT_PRIME;
        if (after === 0) row.delete(place);
        else row.set(place, after);
        if (before === undefined) enter(place);
      }
    }
    return row;
  }
}

/** A binary heap of row numbers. */
class EarliestFirst {
  private readonly heap: number[] = [];

  push(value: number): void {
    const { heap } = this;
    let at = heap.push(value) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((heap[above] ?? 0) <= value) break;
      heap[at] = heap[above] ?? 0;
      at = above;
    }
    heap[at] = value;
  }

  pop(): number | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if ((heap[below + 1] ?? Infinity) < (heap[below] ?? 0)) below += 1;
      if ((heap[below] ?? 0) >= last) break;
      heap[at] = heap[below] ?? 0;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}

/** By the extended Euclidean algorithm. */
function inverse(value: number): number {
  let [a, b, x, y] = [value, AUDIT_PRIME, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % AUDIT_PRIME) + AUDIT_PRIME) % AUDIT_PRIME;
}
