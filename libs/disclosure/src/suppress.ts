import type { CellFamily, CellStatus } from '#survey-model';
import { publishable } from './secondary.js';
import { smallRemainders } from './remainders.js';

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
  /** Cells that earlier publications of the same survey have shown: they stay published, and new ones are weighed against them. */
  readonly released?: ReadonlySet<number>;
  /** Further sets of innermost groups whose sums must not be derivable. */
  readonly guarded?: readonly (readonly number[])[];
}

export interface SuppressionPattern {
  /** null for a cell nobody stands in: there is nothing to show. */
  readonly status: readonly (CellStatus | null)[];
  /** Virtual primaries: sets of 1 to k−1 people that one published cell minus others would leave. */
  readonly remainders: readonly (readonly number[])[];
}

/**
 * Decides which cells to show (DESIGN.md section 7, steps 1 to 3). Uses counts only, never answers.
 *
 * Remainders depend on the pattern and the pattern on the remainders, so both are repeated to a fixed point. It ends: remainders are
 * only ever added, and there are finitely many.
 */
export function suppress(problem: SuppressionProblem): SuppressionPattern {
  const { minGroup, allowed, released = new Set<number>(), guarded = [] } = problem;
  const groups = dropEmpty(problem);
  const n = groups.cells.map((ones) => ones.reduce((sum, at) => sum + (groups.n[at] ?? 0), 0));
  const primary = n.map((count, cell) => count > 0 && count < minGroup && !released.has(cell));
  const candidates = n
    .map((_, cell) => cell)
    .filter((cell) => (n[cell] ?? 0) >= minGroup && !released.has(cell) && allowed?.has(cell) !== false)
    .sort((a, b) => (n[b] ?? 0) - (n[a] ?? 0) || a - b);
  const small = [
    ...groups.cells.filter((_, cell) => primary[cell]),
    ...groups.n.flatMap((count, at) => (count < minGroup ? [[at]] : [])),
    ...guarded.map(groups.occupied),
  ];
  const remainders = new Map<string, readonly number[]>();
  for (;;) {
    const published = publishable({
      width: groups.n.length,
      cells: groups.cells,
      protected: [...small, ...remainders.values()],
      candidates,
      released: [...released].map((cell) => groups.cells[cell] ?? []),
    });
    for (const cell of released) if ((n[cell] ?? 0) > 0) published.add(cell);
    const found = smallRemainders({ ...groups, families: problem.families, minGroup, published }).filter(
      (ones) => !remainders.has(ones.join()),
    );
    if (found.length === 0) {
      const status = n.map((count, cell) => statusOf(count, primary[cell] === true, published.has(cell)));
      return {
        status,
        remainders: [...remainders.values()].map((ones) => ones.map((at) => groups.original[at] ?? 0)),
      };
    }
    for (const ones of found) remainders.set(ones.join(), ones);
  }
}

function statusOf(count: number, primary: boolean, published: boolean): CellStatus | null {
  if (count === 0) return null;
  return published ? 'published' : primary ? 'primary' : 'secondary';
}

interface OccupiedGroups {
  readonly n: readonly number[];
  readonly cells: readonly (readonly number[])[];
  /** Index before empty groups were dropped. */
  readonly original: readonly number[];
  /** A set of groups without the empty ones, in the new numbering. */
  readonly occupied: (ones: readonly number[]) => number[];
}

/** Drops innermost groups nobody stands in: the reader knows that they are empty, so they are no unknowns. */
function dropEmpty({ innerN, cells }: SuppressionProblem): OccupiedGroups {
  const original = innerN.flatMap((count, at) => (count > 0 ? [at] : []));
  const place = new Map(original.map((at, index) => [at, index]));
  const occupied = (ones: readonly number[]): number[] => ones.flatMap((at) => place.get(at) ?? []);
  return { original, n: original.map((at) => innerN[at] ?? 0), cells: cells.map(occupied), occupied };
}
