import { describe, expect, it } from '@jest/globals';
import type { Questionnaire, ScaleQuestion } from '#survey-model';
import { itemsByCategory } from './item-list.js';

const scale = (code: string): ScaleQuestion => ({
  code,
  text: code.toUpperCase(),
  type: 'scale',
  scale: { min: 1, max: 5 },
});
const questionnaire = (categories: Questionnaire['scoring']['categories']): Questionnaire => ({
  key: 'test',
  title: 'test',
  sections: [{ key: 's', title: 's', questions: [scale('a'), scale('b'), scale('c')] }],
  scoring: { items: ['b', 'a', 'c'], categories, bands: null },
});

describe('items by category', () => {
  it('are numbered in the order of the scoring, and those of no category come last', () => {
    const groups = itemsByCategory(questionnaire([{ key: 'x', name: 'X', items: ['a', 'b'] }]));
    expect(
      groups.map(({ category, items }) => [category?.name, items.map(({ number, code }) => `${number}${code}`)]),
    ).toEqual([
      ['X', ['1b', '2a']],
      [undefined, ['3c']],
    ]);
  });

  it('are one group without categories', () => {
    expect(itemsByCategory(questionnaire([]))).toHaveLength(1);
  });
});
