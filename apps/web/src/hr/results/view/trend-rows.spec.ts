import { describe, expect, it } from '@jest/globals';
import type { Questionnaire, ScaleQuestion } from '#survey-model';
import type { CellScore, EarlierCell } from '../../../api-client/types.js';
import { trendRows } from './trend-rows.js';

const scale = (code: string): ScaleQuestion => ({ code, text: code, type: 'scale', scale: { min: 1, max: 5 } });
const QUESTIONNAIRE: Questionnaire = {
  key: 'test',
  title: 'test',
  sections: [{ key: 's', title: 's', questions: [scale('a'), scale('b')] }],
  scoring: { items: ['a', 'b'], categories: [{ key: 'x', name: 'X', items: ['a'] }], bands: null },
};
const earlier = (overall: string, a: string): EarlierCell => ({
  status: 'shown',
  n: 20,
  overall,
  categories: [{ code: 'x', mean: a }],
  items: [{ code: 'a', mean: a }],
});
const higher = { difference: '0.30', direction: 'higher', adjustedP: '0.010' } as const;
const CELL: CellScore = {
  table: [],
  key: {},
  status: 'published',
  n: 20,
  overall: '3.40',
  band: null,
  population: 40,
  overallNotes: { previous: higher },
  // The newest first, as the api gives them.
  earlier: [earlier('3.10', '3.20'), earlier('2.90', '3.00')],
  categories: [{ category: 'x', mean: '3.50', band: null }],
  items: [{ item: 'a', n: 20, mean: '3.50', band: null }],
  choices: [],
};

describe('figures over the years', () => {
  const rows = trendRows(QUESTIONNAIRE, CELL);

  it('run from the oldest survey to the current one, category before its items', () => {
    expect(rows.map(({ kind, code, means }) => [kind, code, ...means])).toEqual([
      ['overall', '', '2.90', '3.10', '3.40'],
      ['category', 'x', '3.00', '3.20', '3.50'],
      ['item', 'a', '3.00', '3.20', '3.50'],
      ['item', 'b', null, null, null],
    ]);
  });

  it('carry the change that the api found, and none where it found none', () => {
    expect(rows.map(({ change }) => change)).toEqual([higher, undefined, undefined, undefined]);
  });
});
