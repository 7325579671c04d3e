import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parentKeys, subtree, visibleRows } from './tree-rows.js';

const CITY = [
  { key: '10', parentKey: null },
  { key: '1010', parentKey: '10' },
  { key: '10101', parentKey: '1010' },
  { key: '20', parentKey: null },
  { key: '2010', parentKey: '20' },
];
const shown = (expanded: string[]): string[] =>
  visibleRows(CITY, new Set(expanded)).map(({ node, depth }) => `${'>'.repeat(depth)}${node.key}`);

describe('rows of a tree table', () => {
  it('shows only the top while everything is closed', () => {
    expect(shown([])).toEqual(['10', '20']);
  });

  it('shows what is under an open row, and not what is under a closed one inside it', () => {
    expect(shown(['10'])).toEqual(['10', '>1010', '20']);
    expect(shown(['1010'])).toEqual(['10', '20']);
    expect(shown(['10', '1010', '20'])).toEqual(['10', '>1010', '>>10101', '20', '>2010']);
  });

  it('puts a row whose parent is not in the list at the top', () => {
    const rows = visibleRows([{ key: '10101', parentKey: '1010' }], new Set());
    expect(rows.map(({ node, depth, hasChildren }) => [node.key, depth, hasChildren])).toEqual([['10101', 0, false]]);
  });

  it('shows every row exactly once when everything is open', () => {
    const forest = fc
      .array(fc.nat(), { minLength: 1, maxLength: 40 })
      .map((picks) =>
        picks.map((pick, at) => ({ key: `${at}`, parentKey: at === 0 || pick % 4 === 0 ? null : `${pick % at}` })),
      );
    fc.assert(
      fc.property(forest, (nodes) => {
        const keys = visibleRows(nodes, parentKeys(nodes)).map(({ node }) => node.key);
        expect([...keys].sort()).toEqual(nodes.map(({ key }) => key).sort());
      }),
    );
  });

  it('does not run for ever in a circle', () => {
    expect(
      visibleRows(
        [
          { key: 'a', parentKey: 'b' },
          { key: 'b', parentKey: 'a' },
        ],
        new Set(['a', 'b']),
      ),
    ).toEqual([]);
  });
});

describe('a subtree', () => {
  it('is the node and everything under it', () => {
    expect(subtree(CITY, '10').map(({ key }) => key)).toEqual(['10', '1010', '10101']);
    expect(subtree(CITY, '99')).toEqual([]);
  });
});
