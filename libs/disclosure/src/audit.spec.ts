import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivable, protectCounts } from './index.js';
import { spans } from '../../../test/factories/rational-span.js';
import type { ScoredTables } from '#survey-model';

const WIDTH = 8;
const vectors = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: WIDTH - 1 }), { minLength: 1 }), { maxLength: 9 });

describe('derivable', () => {
  it('finds what an attacker with exact fractions finds, no more and no less', () => {
    fc.assert(
      fc.property(vectors, vectors, (published, guarded) => {
        const attacker = spans(WIDTH, published);
        const expected = guarded.flatMap((ones, at) => (attacker(ones) ? [at] : []));
        expect(derivable({ width: WIDTH, published, protected: guarded })).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('protectCounts', () => {
  it('decides by people alone and reports on all cells that are not empty', () => {
    const n = [12, 3, 9, 0];
    const empty = { table: ['d'], items: [], categories: [], overall: null, choices: [] };
    const tables: ScoredTables = {
      innerGroups: n.map((each, at) => ({ key: { d: `d${at}` }, n: each, questionN: {}, itemSums: {} })),
      cells: [
        { ...empty, key: {}, n: 24, inner: [0, 1, 2, 3] },
        ...n.map((each, at) => ({ ...empty, key: { d: `d${at}` }, n: each, inner: [at] })),
      ],
      families: [{ parent: 0, children: [1, 2, 3, 4] }],
    };
    const { statuses, audit } = protectCounts(tables, 5);
    expect(statuses).toEqual(['published', 'published', 'primary', 'secondary', null]);
    expect(audit).toEqual({
      cells: 4,
      published: 2,
      primary: 1,
      secondary: 1,
      remainders: 0,
      spanTests: 1,
      derivable: 0,
    });
  });
});
