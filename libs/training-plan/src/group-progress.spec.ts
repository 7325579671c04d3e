import { describe, expect, it } from '@jest/globals';
import type { Completion, DepartmentRecord, Programme } from '#survey-model';
import { groupProgress, type GroupProgressInput } from './group-progress.js';

const departments: DepartmentRecord[] = [
  { code: '100', name: '総務部', parentCode: null },
  { code: '110', name: '人事課', parentCode: '100' },
  { code: '200', name: '土木部', parentCode: null },
  { code: '900', name: '空の部', parentCode: null },
];
const positions = [
  { key: 'manager', name: '課長級' },
  { key: 'officer', name: '主事級' },
];
const programme: Programme = {
  key: 'dx',
  name: 'DX推進員',
  counting: 'once-in-plan',
  years: [2025, 2026].map((fiscalYear) => ({ fiscalYear, target: 10 })),
  methods: [],
  audiences: [],
  completion: { kind: 'any-course' },
};
const person = (
  staffNumber: string,
  departmentCode: string,
  positionKey: string,
  birthDate: string | null,
  age: number | null = null,
): GroupProgressInput['staff'][number] => ({ staffNumber, departmentCode, positionKey, birthDate, age });

const staff = [
  person('1', '110', 'officer', '1996-11-21'),
  person('2', '110', 'officer', '1996-11-22'),
  person('3', '100', 'manager', null, 55),
  person('4', '200', 'other', null),
];
const done = (staffNumber: string, completedOn: string): Completion => ({
  staffNumber,
  programmeKey: 'dx',
  completedOn,
});

describe('groupProgress', () => {
  const progress = groupProgress({
    ...{ programme, staff, departments, positions, targetYear: 2026, today: '2026-11-21' },
    completions: [
      done('1', '2025-05-01'),
      done('1', '2026-05-01'),
      done('2', '2026-05-01'),
      done('left', '2026-05-01'),
    ],
  });

  it('groups by 部, with everybody below it', () => {
    expect(progress.byDepartment).toEqual([
      { key: '100', label: '総務部', headcount: 3, thisYear: 1, active: 2 },
      { key: '200', label: '土木部', headcount: 1, thisYear: 0, active: 0 },
    ]);
  });

  it('groups by position, unknown ones last', () => {
    expect(progress.byPosition).toEqual([
      { key: 'manager', label: '課長級', headcount: 1, thisYear: 0, active: 0 },
      { key: 'officer', label: '主事級', headcount: 2, thisYear: 1, active: 2 },
      { key: 'other', label: 'other', headcount: 1, thisYear: 0, active: 0 },
    ]);
  });

  it('groups by age today, and keeps those of unknown age', () => {
    expect(progress.byAgeBand).toEqual([
      { key: 'under-30', label: '29歳以下', headcount: 1, thisYear: 1, active: 1 },
      { key: '30s', label: '30歳代', headcount: 1, thisYear: 0, active: 1 },
      { key: '50s', label: '50歳代', headcount: 1, thisYear: 0, active: 0 },
      { key: '', label: '', headcount: 1, thisYear: 0, active: 0 },
    ]);
  });

  it('counts somebody of every year once', () => {
    const yearly = groupProgress({
      ...{ programme: { ...programme, counting: 'once-a-fiscal-year' as const }, staff, departments, positions },
      ...{ targetYear: 2026, today: '2026-11-21' },
      completions: [done('1', '2025-05-01'), done('1', '2026-05-01')],
    });
    expect(yearly.byDepartment[0]).toMatchObject({ thisYear: 1, active: 1 });
  });
});
