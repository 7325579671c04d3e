import { expect, it } from '@jest/globals';
import type { Questionnaire, ScaleQuestion } from '#survey-model';
import type { CellScore, WeightedMeans } from '../../../api-client/types.js';
import { weightedRows } from './weighted-rows.js';

const scale = (code: string): ScaleQuestion => ({ code, text: code, type: 'scale', scale: { min: 1, max: 5 } });
const QUESTIONNAIRE: Questionnaire = {
  key: 'test',
  title: 'test',
  sections: [{ key: 's', title: 's', questions: [scale('a'), scale('b')] }],
  scoring: { items: ['a', 'b'], categories: [{ key: 'x', name: 'X', items: ['a'] }], bands: null },
};
const WHOLE: CellScore = {
  table: [],
  key: {},
  status: 'published',
  n: 636,
  overall: '3.25',
  band: null,
  population: 2041,
  overallNotes: {},
  earlier: [],
  categories: [{ category: 'x', mean: '3.10', band: null }],
  items: [{ item: 'a', n: 636, mean: '3.10', band: null }],
  choices: [],
};
const WEIGHTED: WeightedMeans = {
  overall: '3.24',
  categories: [{ code: 'x', mean: '3.10' }],
  items: [
    { code: 'a', mean: '3.13' },
    { code: 'b', mean: '2.00' },
  ],
  designEffect: '1.10',
  effectiveN: '578',
  converged: true,
  margins: ['department'],
  collapsed: [],
};

it('puts plain and corrected figures side by side, with the difference of what is shown', () => {
  const rows = weightedRows(QUESTIONNAIRE, WHOLE, WEIGHTED);
  expect(rows.map(({ kind, code, plain, weighted, difference }) => [kind, code, plain, weighted, difference])).toEqual([
    ['overall', '', '3.25', '3.24', '−0.01'],
    ['category', 'x', '3.10', '3.10', '±0.00'],
    ['item', 'a', '3.10', '3.13', '+0.03'],
    ['item', 'b', null, '2.00', null],
  ]);
});
