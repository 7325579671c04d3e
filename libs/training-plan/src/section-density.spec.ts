import { describe, expect, it } from '@jest/globals';
import type { DepartmentRecord, Programme } from '#survey-model';
import { sectionDensity } from './section-density.js';

const departments: DepartmentRecord[] = [
  { code: '100', name: '総務部', parentCode: null },
  { code: '110', name: '人事課', parentCode: '100' },
  { code: '120', name: '財政課', parentCode: '100' },
  { code: '200', name: '議会事務局', parentCode: null },
  { code: '300', name: '消防本部', parentCode: null },
];
const programme: Programme = {
  key: 'dx',
  name: 'DX推進員',
  counting: 'once-in-plan',
  years: [{ fiscalYear: 2026, target: 10 }],
  methods: [],
  audiences: [],
  completion: { kind: 'any-course' },
};
const staff = ['100', '110', '110', '120', '200'].map((departmentCode, index) => ({
  staffNumber: String(index),
  departmentCode,
}));

describe('sectionDensity', () => {
  it('lists every section with staff, those without anybody trained too', () => {
    const completions = ['1', '2', 'left'].map((staffNumber) => ({
      ...{ staffNumber, programmeKey: 'dx', completedOn: '2026-05-01' },
    }));
    expect(sectionDensity({ programme, completions, staff, departments })).toEqual([
      { departmentCode: '100', topCode: '100', headcount: 1, active: 0 },
      { departmentCode: '110', topCode: '100', headcount: 2, active: 2 },
      { departmentCode: '120', topCode: '100', headcount: 1, active: 0 },
      { departmentCode: '200', topCode: '200', headcount: 1, active: 0 },
    ]);
  });

  it('refuses an unknown department', () => {
    expect(() => sectionDensity({ programme, completions: [], staff, departments: [] })).toThrow(RangeError);
  });
});
