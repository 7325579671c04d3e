import { describe, expect, it } from '@jest/globals';
import type { DepartmentRecord, StaffRecord } from '#survey-model';
import { diffRoster } from './diff-roster.js';

const person = (staffNumber: string, change: Partial<StaffRecord> = {}): StaffRecord => ({
  staffNumber,
  name: `職員${staffNumber}`,
  kana: null,
  departmentCode: '11',
  positionKey: 'officer',
  grade: 2,
  jobType: '事務職',
  employmentType: 'regular',
  birthDate: '1990-01-01',
  age: null,
  hireDate: null,
  status: 'active',
  concurrentPosts: [],
  isHead: false,
  email: null,
  ...change,
});

const before: DepartmentRecord[] = [
  { code: '10', name: '総務部', parentCode: null },
  { code: '11', name: '人事課', parentCode: '10' },
  { code: '20', name: '土木部', parentCode: null },
];
const after: DepartmentRecord[] = [
  { code: '10', name: '総務局', parentCode: null },
  { code: '11', name: '人事課', parentCode: '10' },
  { code: '30', name: '企画部', parentCode: null },
];
const positions = [
  { key: 'officer', name: '主事級', grades: [2], titles: [] },
  { key: 'supervisor', name: '主査級', grades: [3], titles: [] },
];
const current = [person('1'), person('2'), person('3'), person('4', { departmentCode: '20' })];

describe('diffRoster', () => {
  it('tells added, changed, moved, left and unchanged', () => {
    const next = [
      person('1'),
      person('2', { positionKey: 'supervisor', isHead: true, status: 'leave' }),
      person('3', { departmentCode: '30', grade: 3 }),
      person('5'),
    ];
    const difference = diffRoster(
      current,
      before,
      { staff: next.map((record) => ({ record })), departments: after },
      positions,
    );
    expect(difference).toMatchObject({ added: [next[3]], left: [current[3]], unclear: [], unchanged: 1 });
    expect(difference.changed).toEqual([
      {
        staffNumber: '2',
        name: '職員2',
        changes: [
          { field: 'positionKey', label: '職位', before: '主事級', after: '主査級' },
          { field: 'status', label: '状態', before: '在職', after: '休職' },
          { field: 'isHead', label: '所属長', before: '', after: '○' },
        ],
      },
    ]);
    expect(difference.moved).toEqual([
      {
        staffNumber: '3',
        name: '職員3',
        from: '11',
        to: '30',
        fromPath: '総務部/人事課',
        toPath: '企画部',
        changes: [{ field: 'grade', label: '級', before: '2', after: '3' }],
      },
    ]);
    expect(difference.departments).toEqual({
      added: [after[2]],
      changed: [{ before: before[0], after: after[0] }],
      removed: [before[2]],
    });
  });

  it('does not let people leave whose rows are wrong, nor their departments', () => {
    const rejected = diffRoster(current, before, {
      staff: [{ record: person('1') }, { record: person('2') }],
      departments: after,
      rejectedStaffNumbers: ['4'],
    });
    expect([rejected.left, rejected.unclear, rejected.departments.removed]).toEqual([[current[2]], [current[3]], []]);
    const anybody = diffRoster(current, before, {
      staff: [{ record: person('1') }],
      departments: after,
      unidentifiedRows: 1,
    });
    expect([anybody.left, anybody.unclear]).toEqual([[], current.slice(1)]);
  });

  it('finds nothing between a roster and itself', () => {
    const same = diffRoster(current, before, { staff: current.map((record) => ({ record })), departments: before });
    expect(same).toEqual({
      added: [],
      changed: [],
      moved: [],
      left: [],
      unclear: [],
      unchanged: 4,
      departments: { added: [], changed: [], removed: [] },
    });
  });
});
