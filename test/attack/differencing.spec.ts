import { describe, expect, it } from '@jest/globals';
import { protect } from '#disclosure';
import { TallyBook } from '#scoring';
import type { AttributeDefinition, Questionnaire } from '#survey-model';
import { DifferencingAttack, type Combination, type PublicCell } from './differencing.js';

const QUESTIONNAIRE: Questionnaire = {
  key: 'q',
  title: '調査票',
  sections: [{ key: 's', title: '', questions: [{ code: 'q1', text: '', type: 'scale', scale: { min: 1, max: 5 } }] }],
  scoring: { items: ['q1'], categories: [], bands: null },
};
const SECTIONS = ['A1', 'A2', 'A3', 'B1', 'B2', 'C1'];
const ATTRIBUTES: AttributeDefinition[] = [
  {
    key: 'department',
    label: '所属',
    values: [
      ...['A', 'B', 'C'].map((key) => ({ key, label: key })),
      ...SECTIONS.map((key) => ({ key, label: key, parent: key.slice(0, 1) })),
    ],
  },
  { key: 'position', label: '職位', values: ['p', 'q', 'r'].map((key) => ({ key, label: key })) },
];
const TABLES = [{ attributes: ['department', 'position'] }];

/** A small city, the same every time, with many small groups. */
function city(): { book: TallyBook; people: Combination[] } {
  const book = new TallyBook(QUESTIONNAIRE, ATTRIBUTES);
  const people: Combination[] = [];
  SECTIONS.forEach((department, section) =>
    ['p', 'q', 'r'].forEach((position, rank) => {
      people.push([department, position]);
      const n = 2 + ((section * 5 + rank * 7) % 11);
      for (let at = 0; at < n; at += 1)
        book.add({ attributes: { department, position }, answers: { q1: 1 + (at % 5) } });
    }),
  );
  return { book, people };
}

describe('the differencing attack', () => {
  const { book, people } = city();
  const tables = book.finish(TABLES);
  const attack = (cells: readonly PublicCell[]) => new DifferencingAttack(ATTRIBUTES, cells, people, 5).findings();

  it('finds what the rule of the market gives away: groups under five hidden, everything else shown', () => {
    const cells = tables.cells.map(({ key, n }) => ({ key, n: [n < 5 ? 0 : n], published: n >= 5 }));
    const found = attack(cells);
    expect(found.filter(({ how }) => how === 'derived').length).toBeGreaterThan(0);
    expect(found.filter(({ how }) => how === 'nested').length).toBeGreaterThan(0);
    for (const { what, n } of found.filter(({ how, what: each }) => how === 'derived' && each.startsWith('{')))
      expect(tables.cells.find(({ key }) => JSON.stringify(key) === what)?.n).toBe(n);
  });

  it('finds nothing in what has been protected', async () => {
    const { scores } = await protect(tables, { minGroup: 5, detailMinGroup: 10 });
    expect(scores.filter(({ status }) => status === 'published').length).toBeGreaterThan(5);
    expect(attack(scores.map(({ key, n }) => ({ key, n: [n ?? 0], published: n !== null })))).toEqual([]);
  });
});
