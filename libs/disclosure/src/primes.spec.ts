import { describe, expect, it } from '@jest/globals';
import { spans } from '../../../test/factories/rational-span.js';
import { publishable } from './index.js';
import { PRIMES } from './prime-field.js';

/**
 * Published sums by which `factor` times one hidden sum is published, too: each group of a chain is twice the one before, and the last
 * vector is the sum of those that stand for the binary digits of the factor. Modulo the factor itself nothing is given away.
 */
function doublingChain(factor: number) {
  const digits = [...factor.toString(2)].reverse();
  let width = 0;
  const group = (): number => (width += 1) - 1;
  const chain = digits.map(group);
  const published: number[][] = [];
  const equate = (one: readonly number[], other: readonly number[]): void => {
    const mask = group();
    published.push([...one, mask], [...other, mask]);
  };
  chain.forEach((next, at) => {
    const before = chain[at - 1];
    if (before === undefined) return;
    const twin = group();
    equate([before], [twin]);
    equate([next], [before, twin]);
  });
  const last = chain.filter((_, at) => digits[at] === '1');
  return { hidden: chain.slice(0, 1), published, last, width };
}

describe('a combination whose coefficients have a prime below', () => {
  it.each([...PRIMES])('is seen although %d is one of the moduli', (prime) => {
    const { hidden, published, last, width } = doublingChain(prime);
    expect(spans(width, published)(hidden)).toBe(false);
    expect(spans(width, [...published, last])(hidden)).toBe(true);
    const cells = [...published, last];
    const shown = publishable({ width, cells, protected: [hidden], candidates: [...cells.keys()] });
    expect([...cells.keys()].filter((cell) => !shown.has(cell))).toEqual([published.length]);
  });
});
