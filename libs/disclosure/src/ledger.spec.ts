import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellName, type ReleasedScore, type TableSpec } from '#survey-model';
import { laterTables, linkedYears, scored, type LinkedYears } from '../../../test/factories/linked-years.js';
import { SubtractionAttacker, type Loss } from '../../../test/factories/subtraction-attacker.js';
import { protect } from './index.js';

/** People and two or three releases of theirs, the later ones of more tables. */
const releases = linkedYears({ people: 40, tables: 2 }).chain((given) =>
  fc.record({
    given: fc.constant(given),
    later: fc.array(laterTables(given.attributes), { minLength: 1, maxLength: 2 }),
    detail: fc.integer({ min: 1, max: 5 }),
  }),
);

const rulesOf = ({ minGroup }: LinkedYears, detail: number) => ({ minGroup, detailMinGroup: minGroup + detail });

/**
 * Where what is public already pins a mean down (all gave the top mark), or a new table shows that an earlier one gave too much away, the
 * audit refuses the whole later release. A refused first release, or any other error, is a failure.
 */
async function releasedOrRefused(
  given: LinkedYears,
  tables: readonly TableSpec[],
  detail: number,
  earlier: readonly ReleasedScore[],
): Promise<readonly ReleasedScore[]> {
  try {
    return (await protect(scored(given, tables), rulesOf(given, detail), earlier)).scores;
  } catch (error) {
    if (earlier.length > 0 && error instanceof Error && error.message.startsWith('disclosure audit')) return [];
    throw error;
  }
}

/** Everything a reader may have collected: each version's scores, by the cells of all tables together. */
async function releaseAll(given: LinkedYears, later: readonly (readonly TableSpec[])[], detail: number) {
  const versions: (readonly ReleasedScore[])[] = [];
  let asked = given.tables;
  for (const more of [[], ...later]) {
    asked = [...asked, ...more];
    versions.push(await releasedOrRefused(given, asked, detail, versions.flat()));
  }
  return { versions, tables: scored(given, asked) };
}

describe('the ledger of a survey', () => {
  it('lets an attacker who has all versions work out no set of too few people, by respondents, items and distributions', async () => {
    await fc.assert(
      fc.asyncProperty(releases, async ({ given, later, detail }) => {
        const { versions, tables } = await releaseAll(given, later, detail);
        const { cells, innerGroups } = tables;
        const index = new Map(cells.map(({ key }, cell) => [cellName(key), cell]));
        const all = versions.flat();
        const lost = (n: readonly number[], minGroup: number, shows: (score: ReleasedScore) => boolean): Loss[] => {
          const shown = new Set(all.filter(shows).map(({ key }) => index.get(cellName(key)) ?? -1));
          const { attributes } = given;
          return new SubtractionAttacker({ n, cells, attributes, minGroup }).losses(shown);
        };
        const { minGroup, detailMinGroup } = rulesOf(given, detail);
        expect(
          lost(
            innerGroups.map(({ n }) => n),
            minGroup,
            ({ status }) => status === 'published',
          ),
        ).toEqual([]);
        for (const item of ['q1', 'q2']) {
          const n = innerGroups.map(({ questionN }) => questionN[item] ?? 0);
          const of = ({ items }: ReleasedScore) => items.find((each) => each.item === item);
          expect(lost(n, minGroup, (score) => of(score) !== undefined)).toEqual([]);
          expect(lost(n, detailMinGroup, (score) => of(score)?.counts !== undefined)).toEqual([]);
        }
      }),
      { numRuns: 120, endOnFailure: true },
    );
  });

  it('decides every cell once: what was shown or hidden stays so', async () => {
    await fc.assert(
      fc.asyncProperty(releases, async ({ given, later, detail }) => {
        const { versions } = await releaseAll(given, later, detail);
        const names = versions.flat().map(({ key }) => cellName(key));
        expect(new Set(names).size).toBe(names.length);
        const again = await releaseAll(given, later, detail);
        expect(again.versions).toEqual(versions);
      }),
      { numRuns: 20 },
    );
  });

  it('decides by counts alone: other answers of the same people, in another order, give the same pattern', async () => {
    await fc.assert(
      fc.asyncProperty(releases, fc.infiniteStream(fc.integer({ min: 1, max: 5 })), async ({ given, detail }, next) => {
        const draw = (): number => next.next().value ?? 3;
        const people = given.people
          .map(({ attributes, answers }) => ({
            attributes,
            answers: { q1: draw(), q2: answers['q2'] === null ? null : draw() },
          }))
          .reverse();
        const patternOf = async (each: LinkedYears) => {
          const { scores, audit } = await protect(scored(each, each.tables), rulesOf(each, detail));
          const shown = scores.map(({ key, status, items }): [string, string] => [
            cellName(key),
            [status, ...items.map(({ item, counts }) => item + (counts ? ' in full' : ''))].join(),
          ]);
          return { covered: audit.covered, shown: new Map(shown) };
        };
        const [one, other] = [await patternOf(given), await patternOf({ ...given, people })];
        if (one.covered === 0 && other.covered === 0) expect(other.shown).toEqual(one.shown);
      }),
      { numRuns: 50 },
    );
  });
});
