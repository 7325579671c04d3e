import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { derivable, FeasibilityAudit } from './index.js';

/** An invented city of 624 answers, its two-way tables and a pattern to attack; intervals by HiGHS, as means. */
interface AttackCase {
  readonly itemSumsInner: readonly number[];
  readonly suppressed: readonly number[];
  readonly intervals: readonly {
    readonly cell: number;
    readonly n: number;
    readonly lo: number;
    readonly up: number;
  }[];
}

const read = (path: string): unknown => JSON.parse(readFileSync(`test/golden/${path}`, 'utf8'));
const { cellInner } = read('disclosure/city624-cells.json') as { readonly cellInner: readonly (readonly number[])[] };

function attack(name: string) {
  const given = read(`reference/cases/sdc/${name}.json`) as AttackCase;
  // Everybody knows which innermost rows are empty.
  const filled = (cell: number): number[] =>
    (cellInner[cell] ?? []).filter((row) => (given.itemSumsInner[row] ?? 0) > 0);
  const hidden = new Set(given.suppressed);
  const pattern = {
    width: given.itemSumsInner.length,
    published: cellInner.flatMap((_, cell) => (hidden.has(cell) ? [] : [filled(cell)])),
    protected: given.intervals.map(({ cell }) => filled(cell)),
  };
  return { ...given, pattern };
}

/**
 * What the reader knows of each innermost sum: n to 5n where a primary cell is a single row and the reference gives its n; where it does
 * not, only that somebody stands there. This allows for a little more than the reference does, never for less.
 */
function bounds({ itemSumsInner, intervals, pattern }: ReturnType<typeof attack>) {
  const n = new Map(
    intervals.flatMap(({ n: people }, at) => {
      const [row, ...others] = pattern.protected[at] ?? [];
      return row === undefined || others.length > 0 ? [] : [[row, people] as const];
    }),
  );
  return {
    actual: itemSumsInner,
    lower: itemSumsInner.map((sum, row) => (sum === 0 ? 0 : (n.get(row) ?? 1))),
    upper: itemSumsInner.map((sum, row) => (sum === 0 ? 0 : 5 * (n.get(row) ?? Infinity))),
  };
}

describe('the audit of the attacks of the reference', () => {
  it.each([
    { name: 'attack_negative_control', lost: [303, 313, 326, 377] },
    { name: 'attack_safe_pattern', lost: [] },
  ])('finds by exact elimination what $name gives away', ({ name, lost }) => {
    const { pattern, intervals } = attack(name);
    expect(intervals).toHaveLength(176);
    expect(derivable(pattern).map((at) => intervals[at]?.cell)).toEqual(lost);
    expect(intervals.filter(({ lo, up }) => lo === up).map(({ cell }) => cell)).toEqual(lost);
  });

  it.each(['attack_negative_control', 'attack_safe_pattern'])(
    'finds the intervals of %s by programming',
    async (name) => {
      const given = attack(name);
      const { pattern, intervals } = given;
      const audit = await FeasibilityAudit.of({ ...pattern, guarded: pattern.protected });
      const found = audit.intervals(bounds(given));
      const narrow = audit.narrow(
        bounds(given),
        intervals.map(({ n }) => n),
      );
      audit.dispose();
      const rounding = 1e-5;
      intervals.forEach(({ n, lo, up }, at) => {
        const { low, high } = found[at] ?? { low: NaN, high: NaN };
        expect(low / n).toBeLessThanOrEqual(lo + rounding);
        expect(high / n).toBeGreaterThanOrEqual(up - rounding);
      });
      const exact = intervals.filter(({ lo, up }) => lo === up).map(({ cell }) => cell);
      const pinned = intervals.filter((_, at) => (found[at]?.high ?? 0) - (found[at]?.low ?? 0) < rounding);
      expect(pinned.map(({ cell }) => cell)).toEqual(exact);
      // The fast search: what it finds is what the intervals say, and the reference calls all of it narrow too.
      const isNarrow = (at: number): boolean =>
        (found[at]?.high ?? 0) - (found[at]?.low ?? 0) < (intervals[at]?.n ?? 0) - rounding;
      expect(narrow.map(({ guarded }) => guarded)).toEqual(intervals.flatMap((_, at) => (isNarrow(at) ? [at] : [])));
      for (const { guarded } of narrow) {
        const { lo, up } = intervals[guarded] ?? { lo: NaN, up: NaN };
        expect(up - lo).toBeLessThan(1);
      }
    },
  );
});
