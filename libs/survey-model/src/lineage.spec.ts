import { describe, expect, it } from '@jest/globals';
import { isComparable } from './lineage.js';

describe('isComparable', () => {
  it.each([
    ['the same people', 20, 20, 20, true],
    ['exactly half of the larger staff, which is the old one', 20, 12, 10, true],
    ['exactly half of the larger staff, which is the new one', 12, 20, 10, true],
    ['one fewer than half', 20, 20, 9, false],
    ['just over half of an odd number', 21, 15, 11, true],
    ['just under half of an odd number', 21, 15, 10, false],
    ['a new unit', 0, 20, 0, false],
    ['nobody at all', 0, 0, 0, false],
    ['one person who stayed', 1, 1, 1, true],
  ])('%s', (_, before, after, common, expected) => {
    expect(isComparable({ before, after, common })).toBe(expected);
  });
});
