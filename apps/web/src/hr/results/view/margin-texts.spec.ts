import { describe, expect, it } from '@jest/globals';
import type { Results } from '../../../api-client/types.js';
import { collapsedTexts, marginLabels } from './margin-texts.js';

const attributes: Results['attributes'] = [
  {
    key: 'ageBand',
    label: '年齢層',
    values: [
      { key: '10s', label: '10代' },
      { key: '20s', label: '20代' },
    ],
  },
];

describe('margins in words', () => {
  it('go by their names, and by their keys where they have none', () => {
    expect(marginLabels(attributes, ['ageBand', 'gone'])).toEqual(['年齢層', 'gone']);
    expect(collapsedTexts(attributes, [{ margin: 'ageBand', values: ['10s', '20s', 'old'] }], '・')).toEqual([
      { margin: '年齢層', values: '10代・20代・old' },
    ]);
  });
});
