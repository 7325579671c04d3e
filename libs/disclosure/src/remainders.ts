import type { CellFamily } from '#survey-model';
import { KnownCells } from './known-cells.js';

export interface PublishedCells {
  /** How many people stand in each innermost group; nobody in none. */
  readonly n: readonly number[];
  /** For each cell, the innermost groups it is the sum of, without empty ones. */
  readonly cells: readonly (readonly number[])[];
  readonly families: readonly CellFamily[];
  readonly minGroup: number;
  readonly published: ReadonlySet<number>;
}

/**
 * Sets of 1 to k−1 people that plain subtraction leaves: a published parent minus what is published under it, and one cell minus another
 * that lies wholly in it, or two others that share nobody, along whatever attributes (all but three of an age band work in one bureau).
 * A hidden cell that adds up from
 * published ones, or is all that they leave of a published one, counts as published here.
 * @returns each set once, as ascending innermost groups
 */
export function smallRemainders(given: PublishedCells): number[][] {
  const found = new Map<string, number[]>();
  const known = new KnownCells(given);
  for (const ones of [...afterChildren(given, known), ...afterNested({ ...given, published: known.cells })])
    found.set(ones.join(), ones);
  return [...found.values()];
}

function* afterChildren({ n, cells, families, minGroup }: PublishedCells, known: KnownCells): Generator<number[]> {
  for (const family of families) {
    if (!known.cells.has(family.parent)) continue;
    const shown = new Set(
      family.children.filter((child) => known.cells.has(child)).flatMap((child) => cells[child] ?? []),
    );
    const next = (cells[family.parent] ?? []).filter((at) => !shown.has(at));
    for (const rest of [next, known.restOf(family)])
      if (isSmall(size(n, rest), minGroup)) yield [...rest].sort((a, b) => a - b);
  }
}

/** What one cell leaves of another that holds it, or two cells that share nobody. */
function* afterNested({ n, cells, minGroup, published }: PublishedCells): Generator<number[]> {
  const sizes = cells.map((ones) => size(n, ones));
  const index = new CellIndex(cells, sizes, published);
  for (const inner of published) {
    const ones = cells[inner] ?? [];
    for (const outer of index.holding(ones[0])) {
      const left = (sizes[outer] ?? 0) - (sizes[inner] ?? 0);
      if (left <= 0) continue;
      const seconds = left < minGroup ? [] : index.ofSize(left - minGroup + 1, left - 1);
      if ((left >= minGroup && seconds.length === 0) || !index.contains(outer, ones)) continue;
      const outside = (taken: readonly number[]): number[] => {
        const gone = new Set([...ones, ...taken]);
        return (cells[outer] ?? []).filter((at) => !gone.has(at)).sort((a, b) => a - b);
      };
      if (left < minGroup) yield outside([]);
      for (const second of seconds) {
        const others = cells[second] ?? [];
        if (index.contains(outer, others) && index.areDisjoint(inner, others)) yield outside(others);
      }
    }
  }
}

/** Published cells by the groups they hold and by their size. */
class CellIndex {
  private readonly byGroup = new Map<number, number[]>();
  private readonly bySize = new Map<number, number[]>();
  private readonly sets = new Map<number, ReadonlySet<number>>();

  constructor(
    private readonly cells: readonly (readonly number[])[],
    sizes: readonly number[],
    published: ReadonlySet<number>,
  ) {
    for (const cell of published) {
      for (const at of cells[cell] ?? []) enter(this.byGroup, at, cell);
      enter(this.bySize, sizes[cell] ?? 0, cell);
    }
  }

  holding(group: number | undefined): readonly number[] {
    return (group === undefined ? undefined : this.byGroup.get(group)) ?? [];
  }

  ofSize(least: number, most: number): number[] {
    const found: number[] = [];
    for (let n = least; n <= most; n += 1) found.push(...(this.bySize.get(n) ?? []));
    return found;
  }

  contains(cell: number, ones: readonly number[]): boolean {
    const own = this.setOf(cell);
    return ones.length <= own.size && ones.every((at) => own.has(at));
  }

  areDisjoint(cell: number, ones: readonly number[]): boolean {
    const own = this.setOf(cell);
    return !ones.some((at) => own.has(at));
  }

  private setOf(cell: number): ReadonlySet<number> {
    const known = this.sets.get(cell);
    if (known) return known;
    const made = new Set(this.cells[cell]);
    this.sets.set(cell, made);
    return made;
  }
}

function enter(lists: Map<number, number[]>, key: number, cell: number): void {
  const known = lists.get(key);
  if (known) known.push(cell);
  else lists.set(key, [cell]);
}

function size(n: readonly number[], ones: readonly number[]): number {
  return ones.reduce((sum, at) => sum + (n[at] ?? 0), 0);
}

function isSmall(count: number, minGroup: number): boolean {
  return count > 0 && count < minGroup;
}
