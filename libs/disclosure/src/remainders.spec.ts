import { describe, expect, it } from '@jest/globals';
import { spans } from '../../../test/factories/rational-span.js';
import { suppress } from './index.js';

/** Each was once given away: found by the attacker of test/factories. */
describe('sets of too few people that several subtractions would leave', () => {
  it('a parent without the shown sections of a bureau that is hidden itself', () => {
    // Everybody: a bureau of 9 in a section, 2 and 2 outside it; and another bureau of 9. The first bureau may not be shown.
    const cells = [[0, 1, 2, 3], [1, 2, 3], [0], [1]];
    const families = [
      { parent: 0, children: [1, 2] },
      { parent: 1, children: [3] },
    ];
    const { status } = suppress({ cells, innerN: [9, 9, 2, 2], minGroup: 5, families, allowed: new Set([0, 2, 3]) });
    const published = cells.filter((_, cell) => status[cell] === 'published');
    expect(spans(4, published)([2, 3])).toBe(false);
  });

  it('a remainder for which an earlier release hid a cell, when a later one adds that cell up from its parts', () => {
    // A bureau of 13: its section has 5 and 5 of two ranks, and 1 and 2 people work outside it. All others: 20 and 20.
    const innerN = [5, 5, 1, 2, 20, 20];
    const [all, bureau, section] = [
      [0, 1, 2, 3, 4, 5],
      [0, 1, 2, 3],
      [0, 1],
    ];
    const first = suppress({
      cells: [all, bureau, section],
      innerN,
      minGroup: 5,
      families: [
        { parent: 0, children: [1] },
        { parent: 1, children: [2] },
      ],
    });
    expect(first.status).toEqual(['published', 'published', 'secondary']);
    const cells = [all, bureau, section, [0, 2, 4], [1, 3, 5], [0], [1]];
    const { status } = suppress({
      cells,
      innerN,
      minGroup: 5,
      families: [
        { parent: 0, children: [1] },
        { parent: 1, children: [2] },
        { parent: 0, children: [3, 4] },
        { parent: 2, children: [5, 6] },
        { parent: 3, children: [5] },
        { parent: 4, children: [6] },
      ],
      allowed: new Set([3, 4, 5, 6]),
      released: new Set([0, 1]),
    });
    const published = cells.filter((_, cell) => status[cell] === 'published');
    expect(spans(6, published)([2, 3])).toBe(false);
  });

  it('one cell without two others that share nobody, of three different tables', () => {
    // Found by brute force: 16 people of a whole without cells of 6 and 8 would leave 3 (k = 4).
    const innerN = [2, 4, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const cells = [innerN.map((_, at) => at), [0, 6, 10, 11, 12], [1, 2, 3, 7, 8]];
    const { status } = suppress({ cells, innerN, minGroup: 4, families: [] });
    const published = cells.filter((_, cell) => status[cell] === 'published');
    expect(published.length).toBeGreaterThan(0);
    expect(spans(innerN.length, published)([4, 5, 9])).toBe(false);
  });
});
