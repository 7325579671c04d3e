import type { ScoredTables } from '#survey-model';
import { FeasibilityAudit, type FeasibilityValues } from './feasibility.js';
import { publishedOf } from './layers.js';
import type { SuppressionPattern } from './suppress.js';

/** A hidden mean must stay uncertain by at least so many points. */
const MIN_WIDTH = 1;

export interface NarrowCells {
  /** Published cells to hide, so that every hidden mean stays uncertain; empty when it is. */
  readonly narrow: readonly number[];
  /** How many intervals were looked at. */
  readonly intervals: number;
}

interface ShownItems {
  readonly items: ReadonlyMap<string, SuppressionPattern>;
}

/**
 * Looks at the values of every item (DESIGN.md section 7, step 4): for each cell and remainder of too few people, between which means it
 * can lie. For one that is known to within less than a point, the smallest published cell that pins it down is named.
 * @param released cells that were published before and cannot be hidden any more
 * @throws Error when only those pin a mean down
 */
export async function narrowCells(
  tables: ScoredTables,
  { items }: ShownItems,
  released: ReadonlySet<number>,
): Promise<NarrowCells> {
  const narrow = new Set<number>();
  let intervals = 0;
  const audits = new Map<SuppressionPattern, ItemAudit>();
  try {
    for (const [item, pattern] of items) {
      const audit = audits.get(pattern) ?? (await ItemAudit.of(tables, item, pattern));
      audits.set(pattern, audit);
      intervals += audit.guarded;
      for (const binding of audit.narrow(item)) {
        const smallest = binding
          .filter((cell) => !released.has(cell))
          .sort((a, b) => (tables.cells[a]?.n ?? 0) - (tables.cells[b]?.n ?? 0) || a - b)[0];
        if (smallest === undefined) throw new Error(`disclosure audit: a hidden mean of ${item} is known too well`);
        narrow.add(smallest);
      }
    }
  } finally {
    for (const audit of audits.values()) audit.dispose();
  }
  return { narrow: [...narrow], intervals };
}

/** The model of all items that are shown in the same cells and answered by the same people. */
class ItemAudit {
  private constructor(
    private readonly tables: ScoredTables,
    private readonly audit: FeasibilityAudit | null,
    private readonly published: readonly number[],
    private readonly sizes: readonly number[],
  ) {}

  static async of(tables: ScoredTables, item: string, pattern: SuppressionPattern): Promise<ItemAudit> {
    const n = tables.innerGroups.map(({ questionN }) => questionN[item] ?? 0);
    const filled = (ones: readonly number[]): number[] => ones.filter((at) => (n[at] ?? 0) > 0);
    const published = [...publishedOf(pattern)];
    const primary = tables.cells.filter((_, at) => pattern.status[at] === 'primary').map(({ inner }) => inner);
    const guarded = [...primary, ...pattern.remainders].map(filled);
    const sizes = guarded.map((ones) => ones.reduce((sum, at) => sum + (n[at] ?? 0), 0));
    const vectors = published.map((cell) => filled(tables.cells[cell]?.inner ?? []));
    const audit =
      guarded.length === 0 ? null : await FeasibilityAudit.of({ width: n.length, published: vectors, guarded });
    return new ItemAudit(tables, audit, published, sizes);
  }

  get guarded(): number {
    return this.sizes.length;
  }

  dispose(): void {
    this.audit?.dispose();
  }

  /** For each mean that is known too well, the published cells that bind it. */
  narrow(item: string): number[][] {
    if (!this.audit) return [];
    const values = valuesOf(this.tables, item);
    const found = this.audit.narrow(
      values,
      this.sizes.map((n) => n * MIN_WIDTH),
    );
    return found.map(({ binding }) => binding.map((row) => this.published[row] ?? 0));
  }
}

function valuesOf({ innerGroups }: ScoredTables, item: string): FeasibilityValues {
  const scores = innerGroups.map(({ itemSums }) => itemSums[item]);
  return {
    actual: scores.map((score) => score?.sum ?? 0),
    lower: scores.map((score) => score?.least ?? 0),
    upper: scores.map((score) => score?.most ?? 0),
  };
}
