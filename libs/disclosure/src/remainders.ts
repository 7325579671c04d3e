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
 * that lies wholly in it, along whatever attributes (all but three of an age band work in one bureau). A hidden cell that adds up from
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

function* afterNested({ n, cells, minGroup, published }: PublishedCells): Generator<number[]> {
  const sizes = cells.map((ones) => size(n, ones));
  const holding: number[][] = n.map(() => []);
  for (const cell of published) for (const at of cells[cell] ?? []) holding[at]?.push(cell);
  for (const inner of published) {
    const ones = cells[inner] ?? [];
    for (const outer of holding[ones[0] ?? 0] ?? []) {
      if (!isSmall((sizes[outer] ?? 0) - (sizes[inner] ?? 0), minGroup)) continue;
      const outside = new Set(cells[outer]);
      if (!ones.every((at) => outside.delete(at))) continue;
      yield [...outside].sort((a, b) => a - b);
    }
  }
}

function size(n: readonly number[], ones: readonly number[]): number {
  return ones.reduce((sum, at) => sum + (n[at] ?? 0), 0);
}

function isSmall(count: number, minGroup: number): boolean {
  return count > 0 && count < minGroup;
}
