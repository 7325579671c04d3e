import type { ScoredTables } from '#survey-model';
import { FeasibilityAudit, type FeasibilityValues, type NarrowInterval } from './feasibility.js';
import { TOLERANCE } from './known-ranges.js';
import { DisclosureAuditError, publishedOf } from './layers.js';
import type { SuppressionPattern } from './suppress.js';

/** A hidden mean must stay uncertain by at least so many points. */
const MIN_WIDTH = 1;

export interface IntervalCheck {
  /** What to do next, for all items; null when every hidden mean is uncertain enough. */
  readonly cover: Cover | null;
  /** How many intervals were looked at. */
  readonly intervals: number;
}

/** A set of people whose sum must not be derivable any more, or a published cell to hide. */
export type Cover = { readonly guard: readonly number[] } | { readonly hide: number };

interface ShownItems {
  readonly items: ReadonlyMap<string, SuppressionPattern>;
}

/**
 * Looks at the values of every item (DESIGN.md section 7, step 4): for each cell and remainder of too few people, between which means it
 * can lie. For the first that is known to within less than a point it says what to guard: the set of people whose known sum pins it
 * down, so that the pattern is made anew around it; where that is no plain set, or guarded already, a published cell to give up.
 * @param released cells that were published before and cannot be hidden any more
 * @param guarded sets that are guarded already
 * @throws DisclosureAuditError when only those pin a mean down
 */
export async function checkIntervals(
  tables: ScoredTables,
  { items }: ShownItems,
  released: ReadonlySet<number>,
  guarded: readonly (readonly number[])[],
): Promise<IntervalCheck> {
  let intervals = 0;
  const audits = new Map<SuppressionPattern, ItemAudit>();
  try {
    for (const [item, pattern] of items) {
      const audit = audits.get(pattern) ?? (await ItemAudit.of(tables, item, pattern));
      audits.set(pattern, audit);
      intervals += audit.guarded;
      const narrow = audit.firstNarrow(item);
      if (!narrow) continue;
      const guard = narrow.pinning.find((set) => !guarded.some((each) => each.join() === set.join()));
      if (guard) return { cover: { guard }, intervals };
      const hide = audit.bestToHide(narrow, released);
      if (hide === null) throw new DisclosureAuditError(item, 1);
      return { cover: { hide }, intervals };
    }
  } finally {
    for (const audit of audits.values()) audit.dispose();
  }
  return { cover: null, intervals };
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

  firstNarrow(item: string): NarrowInterval | undefined {
    const widths = this.sizes.map((n) => n * MIN_WIDTH);
    return this.audit?.firstNarrow(valuesOf(this.tables, item), widths);
  }

  /** The smallest of the cells that bind whose absence alone would do; where none does, the one that widens most. */
  bestToHide({ guarded, binding }: NarrowInterval, released: ReadonlySet<number>): number | null {
    const size = (row: number): number => this.tables.cells[this.published[row] ?? -1]?.n ?? 0;
    const candidates = binding
      .filter((row) => !released.has(this.published[row] ?? -1))
      .sort((a, b) => size(a) - size(b) || a - b);
    const enough = (this.sizes[guarded] ?? 0) * MIN_WIDTH;
    let best: { readonly row: number; readonly width: number } | null = null;
    for (const row of candidates) {
      const width = this.audit?.widthWithout(guarded, row) ?? 0;
      if (!best || width > best.width + TOLERANCE) best = { row, width };
      if (width >= enough - TOLERANCE) break;
    }
    return best && (this.published[best.row] ?? null);
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
