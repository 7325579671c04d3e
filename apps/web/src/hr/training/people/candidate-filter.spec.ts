import { expect, it } from '@jest/globals';
import { batchesOf, queryOf } from './candidate-filter.js';

it('asks for what the address says and for nothing else', () => {
  const search = new URLSearchParams('department=110&never=1&q=');
  expect(queryOf({ get: (name) => search.get(name) ?? '' }, 'dx-promoter')).toEqual({
    programmeKey: 'dx-promoter',
    departmentCode: '110',
    neverTrained: true,
  });
});

it('reads everybody in as few pages as the api allows', () => {
  expect(batchesOf(1001).map(({ offset }) => offset)).toEqual([0, 500, 1000]);
  expect(batchesOf(0)).toEqual([]);
});
