import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellName, type ScoredTables } from '#survey-model';
import { linkedYears, scored, type LinkedYears } from '../../../test/factories/linked-years.js';
import { vertexRanges, wholeRanges } from '../../../test/factories/vertex-range.js';
import { FeasibilityAudit, protect } from './index.js';

const MOST_GROUPS = 6;

/** So few people that every possibility can be tried. */
const handful = linkedYears({ people: 9, tables: 2 }).filter(
  (given) => scored(given, given.tables).innerGroups.length <= MOST_GROUPS,
);

/** What a reader of the release knows about one item, over the groups in which somebody answered it. */
function knowledge(tables: ScoredTables, item: string, shown: ReadonlySet<string>, minGroup: number) {
  const groups = tables.innerGroups.flatMap(({ itemSums, questionN }) => {
    const sum = itemSums[item];
    return sum && (questionN[item] ?? 0) > 0 ? [{ ...sum, n: questionN[item] ?? 0 }] : [];
  });
  const place = new Map<number, number>();
  tables.innerGroups.forEach(({ questionN }, at) => (questionN[item] ?? 0) > 0 && place.set(at, place.size));
  const total = (ones: readonly number[], of: 'n' | 'sum'): number =>
    ones.reduce((sum, at) => sum + (groups[at]?.[of] ?? 0), 0);
  const cells = tables.cells.map(({ key, inner }) => ({ key, ones: inner.flatMap((at) => place.get(at) ?? []) }));
  return {
    lower: groups.map(({ least }) => least),
    upper: groups.map(({ most }) => most),
    actual: groups.map(({ sum }) => sum),
    published: cells
      .filter(({ key, ones }) => ones.length > 0 && shown.has(cellName(key)))
      .map(({ ones }) => ({ ones, sum: total(ones, 'sum') })),
    guarded: cells.map(({ ones }) => ({ ones, n: total(ones, 'n') })).filter(({ n }) => n > 0 && n < minGroup),
  };
}

async function releasedKnowledge(given: LinkedYears) {
  const { minGroup } = given;
  const tables = scored(given, given.tables);
  const { scores } = await protect(tables, { minGroup, detailMinGroup: minGroup + 3 });
  return ['q1', 'q2'].map((item) => {
    const shown = scores.filter(({ items }) => items.some((each) => each.item === item));
    return knowledge(tables, item, new Set(shown.map(({ key }) => cellName(key))), minGroup);
  });
}

describe('what linear programming says of hidden means', () => {
  it('agrees with trying every corner, and allows for every whole answer', async () => {
    await fc.assert(
      fc.asyncProperty(handful, fc.integer({ min: 0, max: 255 }), async (given, withheld) => {
        const tables = scored(given, given.tables);
        // Any pattern at all, also one that the engine would never make.
        const shown = new Set(
          tables.cells.flatMap(({ key }, at) => ((withheld >> (at % 8)) & 1 ? [cellName(key)] : [])),
        );
        const known = knowledge(tables, 'q1', shown, given.minGroup);
        const { lower, upper, actual, published, guarded } = known;
        if (guarded.length === 0) return;
        const audit = await FeasibilityAudit.of({
          width: lower.length,
          published: published.map(({ ones }) => ones),
          guarded: guarded.map(({ ones }) => ones),
        });
        const found = audit.intervals({ lower, upper, actual });
        const narrow = audit.narrow(
          { lower, upper, actual },
          guarded.map(({ n }) => n),
        );
        audit.dispose();
        const totals = guarded.map(({ ones }) => ones);
        const exact = vertexRanges(known, totals);
        const whole = wholeRanges(known, totals);
        found.forEach(({ low, high }, at) => {
          expect(low).toBeCloseTo(exact[at]?.low ?? NaN, 5);
          expect(high).toBeCloseTo(exact[at]?.high ?? NaN, 5);
          expect(whole[at]?.low).toBeGreaterThanOrEqual(low - 1e-5);
          expect(whole[at]?.high).toBeLessThanOrEqual(high + 1e-5);
        });
        const tooNarrow = exact.flatMap(({ low, high }, at) => (high - low < (guarded[at]?.n ?? 0) - 1e-5 ? [at] : []));
        expect(narrow.map((each) => each.guarded)).toEqual(tooNarrow);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves every mean of too few people open by at least a point after protection', async () => {
    await fc.assert(
      fc.asyncProperty(handful, async (given) => {
        for (const known of await releasedKnowledge(given)) {
          const ranges = vertexRanges(
            known,
            known.guarded.map(({ ones }) => ones),
          );
          ranges.forEach(({ low, high }, at) => {
            expect((high - low) / (known.guarded[at]?.n ?? 0)).toBeGreaterThanOrEqual(1 - 1e-6);
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});
