import { ModularSpan, type ReducedRow } from './modular-span.js';

/**
 * A growing span that never takes a vector by which a protected one would come to lie in it.
 *
 * Each protected vector is kept as what the span does not explain of it; it becomes derivable at the moment this residue is zero.
 */
export class GuardedSpan {
  private readonly span: ModularSpan;
  private readonly residues: Float64Array[];

  constructor(width: number, prime: number, protectedOnes: readonly (readonly number[])[]) {
    this.span = new ModularSpan(width, prime);
    this.residues = protectedOnes.map((ones) => this.span.reduce(ones).values);
  }

  /**
   * What publishing a vector would change: nothing when it is in the span already, "refused" when a protected vector would be lost,
   * otherwise a step for `commit`.
   */
  consider(ones: readonly number[]): 'known' | 'refused' | ReducedRow {
    const row = this.span.reduce(ones);
    if (row.places.length === 0) return 'known';
    return this.residues.some((residue) => isMultiple(residue, row, this.span.prime)) ? 'refused' : row;
  }

  commit(reduced: ReducedRow): void {
    const { pivot, row } = this.span.add(reduced);
    for (const residue of this.residues) if (residue[pivot]) this.span.subtract(residue, row, pivot);
  }
}

/** Whether a residue is a multiple of a row, that is: whether adding the row explains the residue wholly. */
function isMultiple(residue: Float64Array, row: ReducedRow, prime: number): boolean {
  const pivot = row.places[0] ?? 0;
  const head = residue[pivot] ?? 0;
  if (head === 0) return false;
  const lead = row.values[pivot] ?? 0;
  for (const place of row.places) {
    // residue[place] / head = row[place] / lead, without a division; numbers under 2^26 make products under 2^52.
    const left = (residue[place] ?? 0) * lead;
    const right = (row.values[place] ?? 0) * head;
    if ((left - right) % prime !== 0) return false;
  }
  // The same places must be filled: a residue with one place more is not explained.
  let filled = 0;
  for (let place = 0; place < residue.length; place += 1) if (residue[place] !== 0) filled += 1;
  return filled === row.places.length;
}
