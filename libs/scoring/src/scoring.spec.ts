import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { formatHalfUp, WITHHELD, type Questionnaire, type Rational } from '#survey-model';
import { favourableCount, TallyBook } from './index.js';

interface Published {
  readonly population: { readonly answered: number };
  readonly categories: readonly {
    readonly key: string;
    readonly name: string;
    readonly items: readonly number[];
    readonly publishedMean: number;
  }[];
  readonly overall: { readonly publishedMean: number };
  readonly items: readonly { readonly number: number; readonly text: string; readonly publishedMean: number }[];
}

const published = JSON.parse(readFileSync('test/golden/reference/engagement-2024.json', 'utf8')) as Published;
const scale = { min: 1, max: 5 };

const questionnaire: Questionnaire = {
  key: 'published',
  title: 'published',
  sections: [
    {
      key: 'engagement',
      title: 'engagement',
      questions: [
        ...published.items.map(({ number, text }) => ({ code: `q${number}`, text, type: 'scale' as const, scale })),
        {
          code: 'q19',
          text: 'q19',
          type: 'multiple-choice' as const,
          options: [
            { key: 'a', text: 'a' },
            { key: 'b', text: 'b' },
          ],
        },
      ],
    },
  ],
  scoring: {
    items: published.items.map(({ number }) => `q${number}`),
    categories: published.categories.map(({ key, name, items }) => ({
      key,
      name,
      items: items.map((number) => `q${number}`),
    })),
    bands: null,
  },
};

const show = (mean: Rational | null | undefined): string => (mean ? formatHalfUp(mean, 2) : 'none');

/** Answers of n people whose mean is the smallest that shows as the published one. */
function answersFor(mean: number, n: number): number[] {
  const sum = Math.ceil((Math.round(mean * 100) * n) / 100);
  const base = Math.floor(sum / n);
  return Array.from({ length: n }, (_, at) => base + (at < sum - base * n ? 1 : 0));
}

describe('the published survey', () => {
  const book = new TallyBook(questionnaire, []);
  const { answered } = published.population;
  const columns = published.items.map(({ publishedMean }) => answersFor(publishedMean, answered));
  for (let at = 0; at < answered; at += 1) {
    book.add({
      attributes: {},
      answers: Object.fromEntries(columns.map((column, item) => [`q${item + 1}`, column[at] ?? null])),
    });
  }
  const whole = book.finish([])?.cells[0];

  it('gives 13 items, 5 categories and 3.25', () => {
    expect(whole?.n).toBe(636);
    expect(whole?.categories.map(({ mean }) => show(mean))).toEqual(
      published.categories.map(({ publishedMean }) => publishedMean.toFixed(2)),
    );
    expect(show(whole?.overall)).toBe('3.25');
  });
});

const attributes = [
  { key: 'department', values: [{ key: 'A' }, { key: 'A1', parent: 'A' }, { key: 'A2', parent: 'A' }, { key: 'B' }] },
  { key: 'position', values: [{ key: 'x' }, { key: 'y' }] },
];

const person = fc.record({
  department: fc.constantFrom('A', 'A1', 'A2', 'B', undefined),
  position: fc.constantFrom('x', 'y', undefined),
  answers: fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 13, maxLength: 13 }),
});

describe('TallyBook', () => {
  it('gives every cell the sums a plain filter gives', () => {
    const under: Record<string, string[]> = {
      A: ['A', 'A1', 'A2'],
      A1: ['A1'],
      A2: ['A2'],
      B: ['B'],
      [WITHHELD]: [WITHHELD],
    };
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), (people) => {
        const book = new TallyBook(questionnaire, attributes);
        for (const { department, position, answers } of people) {
          book.add({
            attributes: { ...(department && { department }), ...(position && { position }) },
            answers: Object.fromEntries(answers.map((answer, item) => [`q${item + 1}`, answer])),
          });
        }
        const { cells } = book.finish([{ attributes: ['department', 'position'] }]);
        for (const cell of cells) {
          const members = people.filter(
            (each) =>
              (cell.key['department'] === undefined ||
                under[cell.key['department']]?.includes(each.department ?? WITHHELD)) &&
              (cell.key['position'] === undefined || cell.key['position'] === (each.position ?? WITHHELD)),
          );
          expect(cell.n).toBe(members.length);
          cell.items.forEach((item, at) => {
            const given = members
              .map(({ answers }) => answers[at])
              .filter((answer) => answer !== null && answer !== undefined);
            expect(item.n).toBe(given.length);
            expect(item.sum).toBe(given.reduce((sum, answer) => sum + answer, 0));
          });
        }
        expect(new Set(cells.map(({ key }) => JSON.stringify(key))).size).toBe(cells.length);
      }),
      { numRuns: 150 },
    );
  });

  it('makes families whose children lie in their parent', () => {
    const book = new TallyBook(questionnaire, attributes);
    for (const department of ['A', 'A1', 'A2', 'B'])
      for (const position of ['x', 'y']) book.add({ attributes: { department, position }, answers: {} });
    const { cells, families } = book.finish([
      { attributes: ['department', 'position'], levels: { department: [1] } },
      { attributes: ['department'] },
    ]);
    expect(families.length).toBeGreaterThan(3);
    for (const { parent, children } of families) {
      for (const child of children)
        for (const at of cells[child]?.inner ?? []) expect(cells[parent]?.inner).toContain(at);
    }
    const bureau = cells.findIndex(({ key }) => key['department'] === 'A' && !key['position']);
    const sections = families
      .filter(({ parent }) => parent === bureau)
      .map(({ children }) => children.map((child) => cells[child]?.key));
    expect(sections).toContainEqual([{ department: 'A1' }, { department: 'A2' }]);
  });

  it('counts nothing of a person whose answers are wrong', () => {
    const book = new TallyBook(questionnaire, attributes);
    expect(() => book.add({ attributes: {}, answers: { q1: 3, q2: 6 } })).toThrow(
      expect.objectContaining({ code: 'unknown-option' }),
    );
    expect(() => book.add({ attributes: {}, answers: { q1: '3' } })).toThrow(
      expect.objectContaining({ code: 'wrong-answer' }),
    );
    expect(() => book.add({ attributes: { department: 'Z' }, answers: {} })).toThrow(
      expect.objectContaining({ code: 'unknown-value' }),
    );
    expect(() => book.add({ attributes: {}, answers: { q19: ['a', 'z'] } })).toThrow(
      expect.objectContaining({ code: 'unknown-option' }),
    );
    expect(book.finish([]).cells[0]?.n).toBe(0);
  });

  it('counts choices by people, each option once a person, and an empty list as blank', () => {
    const book = new TallyBook(questionnaire, []);
    for (const q19 of [['a', 'b'], ['a', 'a'], [], null]) book.add({ attributes: {}, answers: { q19 } });
    expect(book.finish([]).cells[0]?.choices).toEqual([{ question: 'q19', n: 2, counts: { a: 2, b: 1 } }]);
  });

  it('has no overall score while an item has no answer', () => {
    const book = new TallyBook(questionnaire, []);
    book.add({ attributes: {}, answers: { q1: 5 } });
    expect(book.finish([]).cells[0]?.overall).toBeNull();
  });
});

describe('favourableCount', () => {
  it('takes the top two of five and of four, the top one of three', () => {
    expect(favourableCount([1, 2, 3, 4, 5], scale)).toBe(9);
    expect(favourableCount([1, 2, 3, 4], { min: 1, max: 4 })).toBe(7);
    expect(favourableCount([1, 2, 3], { min: 1, max: 3 })).toBe(3);
  });
});
