import { expect, it } from '@jest/globals';
import { paceOf } from './pace.js';

it('has reached a target that is met, exceeded or nothing', () => {
  expect([paceOf(5, 5), paceOf(6, 5), paceOf(0, 0), paceOf(4, 5)]).toEqual(['reached', 'reached', 'reached', 'behind']);
});
