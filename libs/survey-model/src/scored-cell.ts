import type { AttributeKey } from './attribute.js';
import type { Rational } from './rational.js';

/**
 * A table asked for: the attributes that are crossed. It includes the totals of each of its attributes and, for an attribute with
 * parents, every level, unless `levels` limits it (1 is the top level).
 */
export interface TableSpec {
  readonly attributes: readonly string[];
  readonly levels?: Readonly<Record<string, readonly number[]>>;
  /** Only people of this value and all values under it, for example one department: {department: "010000"}. */
  readonly within?: CellKey;
}

/** The tables of every release: whole, each attribute, and top-level department × position. */
export const STANDARD_TABLES: readonly TableSpec[] = [
  { attributes: ['department'] },
  { attributes: ['position'] },
  { attributes: ['ageBand'] },
  { attributes: ['employmentType'] },
  { attributes: ['department', 'position'], levels: { department: [1] } },
] satisfies readonly { attributes: readonly AttributeKey[]; levels?: Record<string, readonly number[]> }[];

/** Attribute -> value; attributes that are totalled are left out, so the grand total is {}. */
export type CellKey = Readonly<Record<string, string>>;

/** One text for a key, whatever the order of its attributes: equal for the same cell and for nothing else. */
export function cellName(key: CellKey): string {
  return JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One item in one cell. `counts[i]` is how many chose scale.min + i; `n` and `sum` follow from it. */
export interface ItemTally {
  readonly item: string;
  readonly n: number;
  readonly sum: number;
  readonly counts: readonly number[];
}

/** One choice question in one cell: how many answered it, and how many chose each option. */
export interface ChoiceTally {
  readonly question: string;
  readonly n: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** A category in one cell, with the items it is made of: it may be shown only where all of them may. */
export interface CategoryMean {
  readonly category: string;
  readonly items: readonly string[];
  /** null when one of the items has no answer. */
  readonly mean: Rational | null;
}

/** An innermost non-empty group: people who declared the same on every attribute. The disclosure engine's unit. */
export interface InnerGroup {
  readonly key: CellKey;
  readonly n: number;
  /** n of each scored item and of each choice question, by code. */
  readonly questionN: Readonly<Record<string, number>>;
  /** Sum of each scored item, and between which sums it must lie for so many people. */
  readonly itemSums: Readonly<Record<string, SumRange | undefined>>;
}

export interface SumRange {
  readonly sum: number;
  readonly least: number;
  readonly most: number;
}

/** Scores of one cell before protection: never leaves the tally process. */
export interface ScoredCell {
  /** Attributes of the first table that asked for this cell, totalled ones included. */
  readonly table: readonly string[];
  readonly key: CellKey;
  readonly n: number;
  readonly items: readonly ItemTally[];
  readonly categories: readonly CategoryMean[];
  /** null when an item has no answer at all. */
  readonly overall: Rational | null;
  readonly choices: readonly ChoiceTally[];
  /** Indexes into `ScoredTables.innerGroups`, ascending. */
  readonly inner: readonly number[];
}

/** A cell and the cells it falls into along one attribute: a parent and its published children give the rest away. */
export interface CellFamily {
  /** Index into `ScoredTables.cells`. */
  readonly parent: number;
  readonly children: readonly number[];
}

export interface ScoredTables {
  readonly innerGroups: readonly InnerGroup[];
  /** Each distinct cell once; the grand total first. */
  readonly cells: readonly ScoredCell[];
  readonly families: readonly CellFamily[];
}
