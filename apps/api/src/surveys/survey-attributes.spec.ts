import { describe, expect, it } from '@jest/globals';
import type { SnapshotRow } from '#database';
import { surveyAttributes } from './survey-attributes.js';

function row(fields: Partial<SnapshotRow>): SnapshotRow {
  return {
    staffNumber: '1',
    departmentCode: 'A1',
    positionKey: 'officer',
    ageBand: '30s',
    employmentType: 'regular',
    ...fields,
  };
}

const DEPARTMENTS = [
  { code: 'B', name: '市民部', parentCode: null },
  { code: 'A', name: '総務部', parentCode: null },
  { code: 'A2', name: '契約課', parentCode: 'A' },
  { code: 'A1', name: '人事課', parentCode: 'A' },
  { code: 'A1x', name: '給与チーム', parentCode: 'A1' },
];
const POSITIONS = [
  { key: 'manager', name: '課長級', grades: [6], titles: ['課長'] },
  { key: 'officer', name: '主事級', grades: [1, 2], titles: ['主事'] },
];

function valuesOf(key: string, snapshot: readonly SnapshotRow[], departments = DEPARTMENTS) {
  return surveyAttributes(snapshot, departments, POSITIONS).find((attribute) => attribute.key === key)?.values;
}

describe('the attributes of a survey', () => {
  it('hold departments where somebody stands, and everything above them, depth first in the roster order', () => {
    expect(valuesOf('department', [row({ departmentCode: 'A1x' }), row({ departmentCode: 'B' })])).toEqual([
      { key: 'B', label: '市民部' },
      { key: 'A', label: '総務部' },
      { key: 'A1', label: '人事課', parent: 'A' },
      { key: 'A1x', label: '給与チーム', parent: 'A1' },
    ]);
  });

  it('keep everybody in the table although the data hold a cycle or a department that was closed', () => {
    const departments = [
      { code: 'X', name: 'X課', parentCode: 'Y' },
      { code: 'Y', name: 'Y課', parentCode: 'X' },
    ];
    const values = valuesOf(
      'department',
      [row({ departmentCode: 'X' }), row({ departmentCode: 'Y' }), row({ departmentCode: 'gone' })],
      departments,
    );
    expect(values?.map(({ key }) => key).sort()).toEqual(['X', 'Y', 'gone']);
  });

  it('hold the positions and employment types that occur, known ones first and labelled', () => {
    const snapshot = [
      row({ employmentType: 'fixed-term' }),
      row({ positionKey: '医師', employmentType: '臨時' }),
      row({}),
    ];
    expect(valuesOf('position', snapshot)).toEqual([
      { key: 'officer', label: '主事級' },
      { key: '医師', label: '医師' },
    ]);
    expect(valuesOf('employmentType', snapshot)).toEqual([
      { key: 'regular', label: '正規' },
      { key: 'fixed-term', label: '会計年度任用' },
      { key: '臨時', label: '臨時' },
    ]);
  });

  it('always hold all age bands', () => {
    expect(valuesOf('ageBand', [row({})])).toHaveLength(5);
  });
});
