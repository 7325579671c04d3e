import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spans } from '../../../../test/factories/rational-span.js';
import { boardGroups } from './board-groups.js';
import { protectBoard, rateOf, type BoardGroup } from './participation-board.js';

function group(key: string, parentKey: string | null, invited: number, done = 0): BoardGroup {
  return { key, label: key, parentKey, invited, done };
}

function hiddenKeys(groups: readonly BoardGroup[], minGroup = 5): string[] {
  return protectBoard(groups, minGroup)
    .filter(({ done }) => done === null)
    .map(({ key }) => key);
}

describe('the participation board', () => {
  it('rounds rates half up to one decimal', () => {
    expect(rateOf(636, 2041)).toBe('31.2');
    expect(rateOf(1, 16)).toBe('6.3');
    expect(rateOf(1, 8)).toBe('12.5');
    expect(rateOf(0, 0)).toBe('0.0');
  });

  it('hides the done of a group under k, and never its invited', () => {
    const [small, other] = protectBoard([group('a', null, 4, 2), group('b', null, 5, 3), group('c', null, 9, 3)], 5);
    expect(small).toEqual({ key: 'a', label: 'a', parentKey: null, invited: 4, done: null, rate: null });
    expect(other).toMatchObject({ invited: 5, done: null, rate: null });
  });

  it('covers a single hidden group by its smallest sibling, because the whole is shown', () => {
    expect(hiddenKeys([group('a', null, 3), group('b', null, 30), group('c', null, 20)])).toEqual(['a', 'c']);
  });

  it('needs no cover where the hidden ones are k together', () => {
    expect(hiddenKeys([group('a', null, 3), group('b', null, 2), group('c', null, 20)])).toEqual(['a', 'b']);
  });

  it('covers two hidden ones that are fewer than k together', () => {
    expect(hiddenKeys([group('a', null, 2), group('b', null, 2), group('c', null, 20), group('d', null, 9)])).toEqual([
      'a',
      'b',
      'd',
    ]);
  });

  it('hides something under a covering group, whose parts would give it back', () => {
    const groups = [
      group('a', null, 3),
      group('b', null, 12),
      group('b1', 'b', 5),
      group('b2', 'b', 7),
      group('c', null, 50),
    ];
    expect(hiddenKeys(groups)).toEqual(['a', 'b', 'b1']);
  });

  it('shows everything where every group is large enough', () => {
    expect(hiddenKeys([group('a', null, 5), group('b', null, 12), group('b1', 'b', 5), group('b2', 'b', 7)])).toEqual(
      [],
    );
  });

  it('never lets the visible groups and the whole add up to fewer than k people', () => {
    const leafSizes = fc.array(
      fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 2,
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(leafSizes, (sizes) => {
        const { groups, leaves, vectors } = tree(sizes);
        // The whole is always shown, so a survey of fewer than k people hides nothing of itself.
        fc.pre(leaves.reduce((sum, size) => sum + size, 0) >= 5);
        const visible = protectBoard(groups, 5).filter(({ done }) => done !== null);
        const published = [...visible.map(({ key }) => vectors.get(key) ?? []), leaves.map((_, at) => at)];
        const known = spans(leaves.length, published);
        for (let subset = 1; subset < 2 ** leaves.length; subset++) {
          const ones = leaves.map((_, at) => at).filter((at) => (subset >> at) & 1);
          const people = ones.reduce((sum, at) => sum + (leaves[at] ?? 0), 0);
          if (people < 5 && known(ones)) throw new Error(`leaves ${ones.join(',')} of ${leaves.join(',')} can be had`);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the groups of the board', () => {
  const departments = {
    key: 'department' as const,
    label: '所属',
    values: [
      { key: 'A', label: '総務部' },
      { key: 'A1', label: '人事課', parent: 'A' },
      { key: 'B', label: '市民部' },
    ],
  };

  it('count everything under a department, and name those who stand in it directly', () => {
    const counts = [
      { key: 'A', invited: 2, done: 1 },
      { key: 'A1', invited: 6, done: 5 },
      { key: 'B', invited: 9, done: 0 },
    ];
    expect(boardGroups(departments, counts)).toEqual([
      { key: 'A', label: '総務部', parentKey: null, invited: 8, done: 6 },
      { key: 'A/direct', label: '総務部(直属)', parentKey: 'A', invited: 2, done: 1 },
      { key: 'A1', label: '人事課', parentKey: 'A', invited: 6, done: 5 },
      { key: 'B', label: '市民部', parentKey: null, invited: 9, done: 0 },
    ]);
  });
});

/** Tops of middles of leaves, a top or middle with one part being that part itself, with the leaves that each group is made of. */
function tree(sizes: readonly (readonly (readonly number[])[])[]) {
  const groups: BoardGroup[] = [];
  const leaves: number[] = [];
  const vectors = new Map<string, number[]>();
  const add = (key: string, parentKey: string | null, parts: readonly number[]): void => {
    const ones = parts.map((_, at) => leaves.length + at);
    vectors.set(key, ones);
    groups.push(
      group(
        key,
        parentKey,
        parts.reduce((sum, size) => sum + size, 0),
      ),
    );
  };
  sizes.forEach((middles, top) => {
    add(`${top}`, null, middles.flat());
    middles.forEach((parts, middle) => {
      add(`${top}.${middle}`, `${top}`, parts);
      parts.forEach((size, leaf) => {
        add(`${top}.${middle}.${leaf}`, `${top}.${middle}`, [size]);
        leaves.push(size);
      });
    });
  });
  return { groups, leaves, vectors };
}
