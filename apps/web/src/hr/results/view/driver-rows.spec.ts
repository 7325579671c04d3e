import { describe, expect, it } from '@jest/globals';
import type { Questionnaire, ScaleQuestion } from '#survey-model';
import { driverRows } from './driver-rows.js';

const scale = (code: string): ScaleQuestion => ({ code, text: code, type: 'scale', scale: { min: 1, max: 5 } });
const QUESTIONNAIRE: Questionnaire = {
  key: 'test',
  title: 'test',
  sections: [{ key: 's', title: 's', questions: ['a', 'b', 'c'].map(scale) }],
  scoring: { items: ['a', 'b', 'c'], categories: [], bands: null },
};

describe('items that go with an outcome', () => {
  it('come with the strongest first; the longest bar is full', () => {
    const shares = [
      { item: 'a', percent: '5.0', correlation: '0.30' },
      { item: 'b', percent: '10.0', correlation: '0.50' },
      { item: 'gone', percent: '9.0', correlation: '0.40' },
    ];
    const rows = driverRows(QUESTIONNAIRE, { outcome: 'c', explainedPercent: '24.0', shares });
    expect(rows.map(({ item, width }) => [item.number, item.code, width])).toEqual([
      [2, 'b', 100],
      [1, 'a', 50],
    ]);
  });

  it('have empty bars where nothing is associated', () => {
    const shares = [{ item: 'a', percent: '0.0', correlation: '0.00' }];
    const [row] = driverRows(QUESTIONNAIRE, { outcome: '', explainedPercent: '0.0', shares });
    expect(row?.width).toBe(0);
  });
});
