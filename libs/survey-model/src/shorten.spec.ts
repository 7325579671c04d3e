import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shorten } from './shorten.js';

describe('shorten', () => {
  it.each([
    ['研修', 5, '研修'],
    ['abcdef', 3, 'abc'],
    ['ab😀c', 3, 'ab😀'],
    ['😀😀😀', 2, '😀😀'],
    ['x', 0, ''],
  ])('%s to %d', (text, most, expected) => expect(shorten(text, most)).toBe(expected));

  it('gives a beginning of the text of at most so many characters, never half of one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 20 }), (text, most) => {
        const short = shorten(text, most);
        expect(text.startsWith(short)).toBe(true);
        expect([...short].length).toBeLessThanOrEqual(most);
        expect(/[\ud800-\udfff]/u.test(short)).toBe(false);
      }),
    );
  });
});
