import { expect, it } from '@jest/globals';
import { staffNumbersIn } from './staff-numbers.js';

it('reads staff numbers out of whatever was pasted, each once', () => {
  expect(staffNumbersIn(' 100001\n100002,100003\t100001、１００００４ ')).toEqual([
    '100001',
    '100002',
    '100003',
    '100004',
  ]);
  expect(staffNumbersIn(' \n')).toEqual([]);
});
