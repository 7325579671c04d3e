import { describe, expect, it } from '@jest/globals';
import { WITHHELD } from '#survey-model';
import type { CellScore, Results } from '../../../api-client/types.js';
import { departmentChoices, furtherTableRows, tableName } from './further-table.js';

const attributes: Results['attributes'] = [
  {
    key: 'department',
    label: '所属',
    values: [
      { key: '10', label: '総務部' },
      { key: '1010', label: '人事課', parent: '10' },
      { key: '20', label: '福祉部' },
    ],
  },
  {
    key: 'position',
    label: '職位',
    values: [
      { key: 'chief', label: '係長' },
      { key: 'clerk', label: '主事' },
    ],
  },
];
const cell = (key: Record<string, string>): CellScore => ({
  table: [],
  key,
  status: 'primary',
  n: null,
  overall: null,
  band: null,
  population: null,
  overallNotes: {},
  earlier: [],
  categories: [],
  items: [],
  choices: [],
});
const cells = [
  cell({}),
  cell({ position: 'clerk' }),
  cell({ department: '20', position: 'chief' }),
  cell({ department: '10', position: WITHHELD }),
  cell({ department: '1010', position: 'clerk' }),
  cell({ department: '10', position: 'chief' }),
];
const labels = (asked: readonly string[], departmentCode: string | null): string[] =>
  furtherTableRows({ attributes, cells }, { attributes: [...asked], departmentCode }).map(({ label }) => label);

describe('the rows of a further table', () => {
  it('cross all attributes, in the order of their values, 答えない last', () => {
    expect(labels(['department', 'position'], null)).toEqual([
      '総務部 × 係長',
      '総務部 × 答えない',
      '人事課 × 主事',
      '福祉部 × 係長',
    ]);
    expect(labels(['position', 'department'], null)[0]).toBe('係長 × 総務部');
  });

  it('of one department are those of the department, or of it and what is below it', () => {
    expect(labels(['position'], '10')).toEqual(['係長', '答えない']);
    expect(labels(['department', 'position'], '10')).toEqual(['総務部 × 係長', '総務部 × 答えない', '人事課 × 主事']);
  });
});

it('names tables and indents departments by level', () => {
  expect(tableName(attributes, { attributes: ['position', 'department'], departmentCode: null })).toBe('職位 × 所属');
  expect(departmentChoices(attributes).map(({ label }) => label)).toEqual(['総務部', '\u3000人事課', '福祉部']);
});
