import { describe, expect, it } from '@jest/globals';
import type { ScoredCell, ScoredTables } from '#survey-model';
import { rational } from '#survey-model';
import { protect } from './index.js';

/** Two sections of a bureau; q1 answered by all, q2 by fewer. Every person answers 3. */
function tables(sections: readonly { readonly n: number; readonly q2: number }[]): ScoredTables {
  const cell = (key: ScoredCell['key'], inner: number[]): ScoredCell => {
    const n = inner.reduce((sum, at) => sum + (sections[at]?.n ?? 0), 0);
    const q2 = inner.reduce((sum, at) => sum + (sections[at]?.q2 ?? 0), 0);
    const item = (code: string, answered: number) => ({
      item: code,
      n: answered,
      sum: 3 * answered,
      counts: [0, 0, answered, 0, 0],
    });
    return {
      table: ['department'],
      key,
      n,
      inner,
      items: [item('q1', n), item('q2', q2)],
      categories: [
        { category: 'one', items: ['q1'], mean: rational(3) },
        { category: 'two', items: ['q2'], mean: rational(3) },
      ],
      overall: rational(3),
      choices: [{ question: 'c', n, counts: { a: n, b: 0 } }],
    };
  };
  return {
    innerGroups: sections.map(({ n, q2 }, at) => ({
      key: { department: `s${at}` },
      n,
      questionN: { q1: n, q2, c: n },
      itemSums: { q1: { sum: 3 * n, least: n, most: 5 * n }, q2: { sum: 3 * q2, least: q2, most: 5 * q2 } },
    })),
    cells: [
      cell(
        {},
        sections.map((_, at) => at),
      ),
      ...sections.map((_, at) => cell({ department: `s${at}` }, [at])),
    ],
    families: [{ parent: 0, children: sections.map((_, at) => at + 1) }],
  };
}

const rules = { minGroup: 5, detailMinGroup: 10 };

describe('protect', () => {
  it('shows large groups in full', async () => {
    const { scores } = await protect(
      tables([
        { n: 30, q2: 30 },
        { n: 20, q2: 20 },
      ]),
      rules,
    );
    expect(scores.map(({ status, n, overall }) => ({ status, n, overall }))).toEqual([
      { status: 'published', n: 50, overall: rational(3) },
      { status: 'published', n: 30, overall: rational(3) },
      { status: 'published', n: 20, overall: rational(3) },
    ]);
    expect(scores[1]?.items[0]?.counts).toEqual([0, 0, 30, 0, 0]);
    expect(scores[1]?.choices).toHaveLength(1);
  });

  it('says nothing of a small group, nor of the one that would give it away', async () => {
    const { scores, audit } = await protect(
      tables([
        { n: 30, q2: 30 },
        { n: 4, q2: 4 },
        { n: 20, q2: 20 },
      ]),
      rules,
    );
    expect(scores.map(({ status }) => status)).toEqual(['published', 'published', 'primary', 'secondary']);
    for (const hidden of scores.slice(2))
      expect(hidden).toMatchObject({ n: null, items: [], categories: {}, overall: null, choices: [] });
    expect(audit).toMatchObject({ cells: 4, published: 2, primary: 1, secondary: 1 });
  });

  it('hides an item that too few of a large group answered, its category and the overall score', async () => {
    const { scores } = await protect(
      tables([
        { n: 30, q2: 30 },
        { n: 20, q2: 3 },
        { n: 12, q2: 12 },
      ]),
      rules,
    );
    const second = scores[2];
    expect(second?.status).toBe('published');
    expect(second?.items.map(({ item }) => item)).toEqual(['q1']);
    expect(Object.keys(second?.categories ?? {})).toEqual(['one']);
    expect(second?.overall).toBeNull();
    // and one more group's q2, or the three could be had by subtraction
    expect(scores.filter(({ items }) => items.every(({ item }) => item !== 'q2'))).toHaveLength(2);
  });

  it('gives a mean but no distribution from 5 to 9, and guards that distribution against subtraction', async () => {
    const { scores } = await protect(
      tables([
        { n: 30, q2: 30 },
        { n: 7, q2: 7 },
        { n: 20, q2: 20 },
      ]),
      rules,
    );
    const small = scores[2];
    expect(small).toMatchObject({ status: 'published', n: 7 });
    expect(small?.items[0]).toEqual({ item: 'q1', n: 7, sum: 21 });
    expect(small?.choices).toEqual([]);
    const withCounts = scores.slice(1).filter(({ items }) => items[0]?.counts);
    expect(withCounts).toHaveLength(1);
  });

  it('leaves out cells that nobody stands in', async () => {
    const people = tables([
      { n: 30, q2: 30 },
      { n: 0, q2: 0 },
    ]);
    expect((await protect(people, rules)).scores).toHaveLength(2);
  });
});
