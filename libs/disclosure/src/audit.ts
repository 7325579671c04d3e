/**
 * Audit of a finished pattern, independent of how it was made: another prime, another elimination (reduced row echelon form by columns
 * chosen from the right), no residues carried along.
 */
const AUDIT_PRIME = 67_108_777n;

export interface AuditProblem {
  readonly width: number;
  readonly published: readonly (readonly number[])[];
  readonly protected: readonly (readonly number[])[];
}

/**
 * Which protected vectors can be had exactly from the published ones by adding and subtracting.
 * @returns indexes into `protected`; empty when the pattern is safe
 */
export function derivable({ width, published, protected: guarded }: AuditProblem): number[] {
  const basis = new Map<number, Map<number, bigint>>();
  const smallestFirst = [...published].sort((a, b) => a.length - b.length);
  for (const ones of smallestFirst) {
    const row = reduce(toRow(ones), basis, width);
    const pivot = lastPlace(row);
    if (pivot === null) continue;
    const scale = inverse(row.get(pivot) ?? 0n);
    for (const [place, value] of row) row.set(place, (value * scale) % AUDIT_PRIME);
    basis.set(pivot, row);
  }
  return guarded.flatMap((ones, index) =>
    ones.length > 0 && reduce(toRow(ones), basis, width).size === 0 ? [index] : [],
  );
}

function toRow(ones: readonly number[]): Map<number, bigint> {
  return new Map(ones.map((place) => [place, 1n]));
}

function reduce(
  row: Map<number, bigint>,
  basis: ReadonlyMap<number, Map<number, bigint>>,
  width: number,
): Map<number, bigint> {
  for (let place = width - 1; place >= 0; place -= 1) {
    const value = row.get(place);
    const by = value === undefined ? undefined : basis.get(place);
    if (value === undefined || !by) continue;
    for (const [at, amount] of by) {
      const rest = (((row.get(at) ?? 0n) - value * amount) % AUDIT_PRIME) + AUDIT_PRIME;
      const kept = rest % AUDIT_PRIME;
      if (kept === 0n) row.delete(at);
      else row.set(at, kept);
    }
  }
  return row;
}

function lastPlace(row: ReadonlyMap<number, bigint>): number | null {
  let last: number | null = null;
  for (const place of row.keys()) if (last === null || place > last) last = place;
  return last;
}

function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, value % AUDIT_PRIME, AUDIT_PRIME - 2n];
  for (; exponent > 0n; exponent /= 2n) {
    if (exponent % 2n === 1n) result = (result * base) % AUDIT_PRIME;
    base = (base * base) % AUDIT_PRIME;
  }
  return result;
}
