import type { CellFamily, CellStatus } from '#survey-model';
import { publishable } from './secondary.js';

export interface SuppressionProblem {
  /** For each cell, the innermost groups it is the sum of. */
  readonly cells: readonly (readonly number[])[];
  /** How many people stand in each innermost group. */
  readonly innerN: readonly number[];
  /** k: a cell of 1 to k−1 people is primary. */
  readonly minGroup: number;
  readonly families: readonly CellFamily[];
  /** Cells that may be published at all; every cell when left out. */
  readonly allowed?: ReadonlySet<number>;
}

export interface SuppressionPattern {
  /** null for a cell nobody stands in: there is nothing to show. */
  readonly status: readonly (CellStatus | null)[];
  /** Virtual primaries: remainders of 1 to k−1 people that a parent minus its published children would leave. */
  readonly remainders: readonly (readonly number[])[];
}

/**
 * Decides which cells to show (DESIGN.md section 7, steps 1 to 3). Uses counts only, never answers.
 *
 * Remainders depend on the pattern and the pattern on the remainders, so both are repeated to a fixed point. It ends: remainders are
 * only ever added, and there are finitely many.
 */
export function suppress(problem: SuppressionProblem): SuppressionPattern {
  const inner = squeeze(problem);
  const n = inner.cells.map((ones) => ones.reduce((sum, at) => sum + (inner.n[at] ?? 0), 0));
  const primary = new Set(n.flatMap((count, cell) => (count > 0 && count < problem.minGroup ? [cell] : [])));
  const candidates = n
    .map((_, cell) => cell)
    .filter((cell) => (n[cell] ?? 0) >= problem.minGroup && problem.allowed?.has(cell) !== false)
    .sort((a, b) => (n[b] ?? 0) - (n[a] ?? 0) || a - b);
  const remainders = new Map<string, readonly number[]>();
  for (;;) {
    const published = publishable({
      width: inner.n.length,
      cells: inner.cells,
      protected: [...[...primary].map((cell) => inner.cells[cell] ?? []), ...remainders.values()],
      candidates,
    });
    const found = smallRemainders(problem, inner, published).filter((ones) => !remainders.has(ones.join()));
    if (found.length === 0) {
      const status = n.map((count, cell) => statusOf(count, primary.has(cell), published.has(cell)));
      return { status, remainders: [...remainders.values()].map((ones) => ones.map((at) => inner.original[at] ?? 0)) };
    }
    for (const ones of found) remainders.set(ones.join(), ones);
  }
}

function statusOf(count: number, primary: boolean, published: boolean): CellStatus | null {
  if (count === 0) return null;
  return published ? 'published' : primary ? 'primary' : 'secondary';
}

interface InnerGroups {
  readonly n: readonly number[];
  readonly cells: readonly (readonly number[])[];
  /** Index before empty groups were dropped. */
  readonly original: readonly number[];
}

/** Drops innermost groups nobody stands in: the reader knows that they are empty, so they are no unknowns. */
function squeeze({ innerN, cells }: SuppressionProblem): InnerGroups {
  const original = innerN.flatMap((count, at) => (count > 0 ? [at] : []));
  const place = new Map(original.map((at, index) => [at, index]));
  return {
    original,
    n: original.map((at) => innerN[at] ?? 0),
    cells: cells.map((ones) => ones.flatMap((at) => place.get(at) ?? [])),
  };
}

/** A published parent minus its published children: whoever is left, when that is 1 to k−1 people. */
function smallRemainders(
  { families, minGroup }: SuppressionProblem,
  inner: InnerGroups,
  published: ReadonlySet<number>,
): number[][] {
  return families.flatMap(({ parent, children }) => {
    if (!published.has(parent)) return [];
    const shown = new Set(
      children.filter((child) => published.has(child)).flatMap((child) => inner.cells[child] ?? []),
    );
    const rest = (inner.cells[parent] ?? []).filter((at) => !shown.has(at));
    const count = rest.reduce((sum, at) => sum + (inner.n[at] ?? 0), 0);
    return count > 0 && count < minGroup ? [rest] : [];
  });
}
