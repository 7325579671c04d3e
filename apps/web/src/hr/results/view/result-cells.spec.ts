import { describe, expect, it } from '@jest/globals';
import { groupRows, indexCells } from './result-cells.js';

const cell = (key: Record<string, string>, n: number) => ({
  table: [],
  key,
  status: 'published' as const,
  n,
  overall: null,
  band: null,
  population: null,
  overallNotes: {},
  earlier: [],
  categories: [],
  items: [],
  choices: [],
});
const cells = indexCells([
  cell({}, 30),
  cell({ department: '10' }, 12),
  cell({ position: 'manager', department: '10' }, 6),
]);

describe('cells of a release', () => {
  it('are found by what they are about, in any order of the attributes', () => {
    expect(cells.whole?.n).toBe(30);
    expect(cells.find({ department: '10', position: 'manager' })?.n).toBe(6);
    expect(cells.find({ department: '99' })).toBeNull();
  });

  it('stand beside every value of an attribute, with none where nobody declared it', () => {
    const attributes = [
      {
        key: 'department' as const,
        label: '所属',
        values: [
          { key: '10', label: '総務部' },
          { key: '1010', label: '人事課', parent: '10' },
        ],
      },
    ];
    expect(
      groupRows({ attributes }, cells, 'department').map((row) => [row.label, row.parentKey, row.cell?.n]),
    ).toEqual([
      ['総務部', null, 12],
      ['人事課', '10', undefined],
    ]);
    expect(groupRows({ attributes }, cells, 'ageBand')).toEqual([]);
  });

  it('end with 答えない where somebody chose it, also within another group', () => {
    const position = { key: 'position' as const, label: '職位', values: [{ key: 'manager', label: '課長級' }] };
    const withheld = indexCells([cell({ position: '_withheld', department: '10' }, 7)]);
    const labels = (within: Record<string, string>): string[] =>
      groupRows({ attributes: [position] }, withheld, 'position', within).map(({ label }) => label);
    expect(labels({ department: '10' })).toEqual(['課長級', '答えない']);
    expect(labels({})).toEqual(['課長級']);
  });
});
