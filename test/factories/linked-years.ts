import fc from 'fast-check';
import { TallyBook, type CountedAnswers, type TallyAttribute } from '#scoring';
import type { Questionnaire, ScoredTables, TableSpec } from '#survey-model';

/** Few people, told apart by several attributes at once: the hardest case for disclosure control. */
export interface LinkedYears {
  readonly attributes: readonly TallyAttribute[];
  readonly people: readonly CountedAnswers[];
  readonly tables: readonly TableSpec[];
  readonly minGroup: number;
}

type Value = NonNullable<TallyAttribute['values']>[number];

/** A random tree of random depth over units and groups of its own: a parent is a group, or a unit that has people itself. */
function tree(name: string, units: number): fc.Arbitrary<Value[]> {
  return fc.array(fc.nat(99), { minLength: units + 3, maxLength: units + 3 }).map((picks) => {
    const above: string[] = [];
    const place = (key: string, pick: number): Value => {
      const parent = above[pick % (above.length + 1)];
      above.push(key);
      return parent === undefined ? { key } : { key, parent };
    };
    return picks.map((pick, at) => place(at < 3 ? `${name}${at}` : `u${at - 3}`, pick));
  });
}

const UNITS = 5;

/** The old and the new organisation: two trees over the same units, as in years that are linked. Position and age are flat or a tree. */
const attributes: fc.Arbitrary<TallyAttribute[]> = fc
  .tuple(tree('old', UNITS), tree('new', UNITS), tree('rank', 3), fc.integer({ min: 1, max: 3 }))
  .map(([before, after, rank, ages]) => [
    { key: 'before', values: before },
    { key: 'after', values: after },
    { key: 'rank', values: rank },
    { key: 'age', values: Array.from({ length: ages }, (_, at) => ({ key: `a${at}` })) },
  ]);

/** From 0 up, the low ones far more often than the high ones. */
const skewed = (most: number): fc.Arbitrary<number> =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]) => Math.min(a, b));

const anyTable: fc.Arbitrary<TableSpec> = fc.record(
  {
    attributes: fc.subarray(['before', 'after', 'rank', 'age'], { minLength: 1, maxLength: 3 }),
    levels: fc.record(
      { before: fc.subarray([1, 2, 3], { minLength: 1 }), after: fc.subarray([1, 2, 3], { minLength: 1 }) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['attributes'] },
);

export interface LinkedYearsSize {
  readonly people: number;
  readonly tables: number;
}

export function linkedYears(size: LinkedYearsSize): fc.Arbitrary<LinkedYears> {
  const person = fc.tuple(skewed(UNITS - 1), skewed(2), skewed(2), fc.nat(24), fc.integer({ min: 1, max: 5 }));
  return fc
    .record({
      attributes,
      persons: fc.array(person, { minLength: 4, maxLength: size.people }),
      tables: fc.array(anyTable, { minLength: 1, maxLength: size.tables }),
      minGroup: fc.integer({ min: 3, max: 6 }),
    })
    .map(({ attributes: given, persons, tables, minGroup }) => {
      const ages = given[3]?.values?.length ?? 1;
      const people = persons.map(([unit, rank, age, blank, answer]): CountedAnswers => ({
        attributes: { before: `u${unit}`, after: `u${unit}`, rank: `u${rank}`, age: `a${age % ages}` },
        answers: { q1: answer, q2: blank % 5 === 0 ? null : 6 - answer },
      }));
      return { attributes: given, people, tables, minGroup };
    });
}

const QUESTIONNAIRE: Questionnaire = {
  key: 'linked-years',
  title: '調査票',
  sections: [
    {
      key: 'main',
      title: '設問',
      questions: ['q1', 'q2'].map((code) => ({ code, text: code, type: 'scale', scale: { min: 1, max: 5 } })),
    },
  ],
  scoring: {
    items: ['q1', 'q2'],
    categories: [{ key: 'both', name: '両方', items: ['q1', 'q2'] }],
    bands: { high: 4, norm: 3, low: 2 },
  },
};

/** A later release: tables as before, or of one unit or group only. */
export function laterTables(given: readonly TallyAttribute[]): fc.Arbitrary<TableSpec[]> {
  const table = fc.tuple(anyTable, fc.option(fc.tuple(fc.constantFrom('before', 'after', 'rank'), fc.nat(99))));
  return fc.array(
    table.map(([asked, limit]) => {
      const values = given.find(({ key }) => key === limit?.[0])?.values ?? [];
      const value = values[(limit?.[1] ?? 0) % (values.length || 1)];
      return limit && value ? { ...asked, within: { [limit[0]]: value.key } } : asked;
    }),
    { minLength: 1, maxLength: 2 },
  );
}

/** The scored tables of the people, as the tally makes them. */
export function scored(
  { attributes: given, people }: Pick<LinkedYears, 'attributes' | 'people'>,
  tables: readonly TableSpec[],
): ScoredTables {
  const book = new TallyBook(QUESTIONNAIRE, given);
  for (const person of people) book.add(person);
  return book.finish(tables);
}
