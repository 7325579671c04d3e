import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Completion, DepartmentRecord, Programme, TargetOverride } from '#survey-model';
import { programmeProgress, type EligibleStaff } from './programme-progress.js';

const departments: DepartmentRecord[] = [
  { code: '100', name: '総務部', parentCode: null },
  { code: '110', name: '人事課', parentCode: '100' },
  { code: '111', name: '給与チーム', parentCode: '110' },
  { code: '200', name: '土木部', parentCode: null },
  { code: '900', name: '空の部', parentCode: null },
];

const people = (prefix: string, count: number, departmentCode: string): EligibleStaff[] =>
  Array.from({ length: count }, (_, index) => ({ staffNumber: `${prefix}${index}`, departmentCode }));

const staff = [...people('a', 20, '111'), ...people('b', 10, '100'), ...people('c', 10, '200')];

const programme: Programme = {
  key: 'dx',
  name: 'DX推進員',
  counting: 'once-in-plan',
  years: [2025, 2026].map((fiscalYear) => ({ fiscalYear, target: 8 })),
  methods: [],
  audiences: [],
  completion: { kind: 'any-course' },
};

const done = (staffNumber: string, completedOn: string): Completion => ({
  staffNumber,
  programmeKey: 'dx',
  completedOn,
});

describe('programmeProgress', () => {
  it('shows years, total, what remains and the targets by 部', () => {
    const completions = [
      done('a0', '2025-05-01'),
      done('a1', '2026-05-01'),
      done('c0', '2026-05-02'),
      done('left', '2025-06-01'),
      done('a0', '2026-06-01'),
    ];
    expect(programmeProgress({ programme, completions, staff, departments, targetYear: 2026 })).toEqual({
      programmeKey: 'dx',
      years: [
        { fiscalYear: 2025, target: 8, actual: 2, cumulativeTarget: 8, cumulativeActual: 2 },
        { fiscalYear: 2026, target: 8, actual: 2, cumulativeTarget: 16, cumulativeActual: 4 },
      ],
      total: 16,
      cumulative: 4,
      remaining: 12,
      active: 3,
      targetYear: 2026,
      departments: [
        // λ = (8 + 1) / 40: 30λ − 1 = 5.75 and 10λ = 2.25.
        {
          ...{ departmentCode: '100', headcount: 30, target: 6, actual: 1, cumulative: 2 },
          ...{ catchUp: 0, ceiling: 29, locked: false, active: 2 },
        },
        {
          ...{ departmentCode: '200', headcount: 10, target: 2, actual: 1, cumulative: 1 },
          ...{ catchUp: 0, ceiling: 10, locked: false, active: 1 },
        },
      ],
      unallocated: 0,
    });
  });

  it('keeps a department’s target while its people complete the programme, and counts those of earlier years as trained', () => {
    const early = staff.slice(30, 39).map(({ staffNumber }) => done(staffNumber, '2025-05-01'));
    const targets = (completions: Completion[]): number[] =>
      programmeProgress({ programme, completions, staff, departments, targetYear: 2026 }).departments.map(
        ({ target }) => target,
      );
    expect(targets(early)).toEqual([8, 0]);
    expect(targets([...early, done('c9', '2026-05-01'), done('a0', '2026-05-01')])).toEqual([8, 0]);
  });

  it('lets everybody count again each year where the rule says so', () => {
    const yearly: Programme = {
      ...programme,
      counting: 'once-a-fiscal-year',
      years: [2025, 2026].map((fiscalYear) => ({ fiscalYear, target: 40 })),
    };
    const completions = staff.flatMap(({ staffNumber }) => [
      done(staffNumber, '2025-05-01'),
      done(staffNumber, '2026-03-01'),
    ]);
    const progress = programmeProgress({ programme: yearly, completions, staff, departments, targetYear: 2026 });
    expect(progress).toMatchObject({ total: 80, cumulative: 40, remaining: 40 });
    expect(progress.departments.map(({ target, actual, cumulative }) => [target, actual, cumulative])).toEqual([
      [30, 0, 30],
      [10, 0, 10],
    ]);
  });

  it('takes HR’s own figures of this programme and year, and says what finds no place', () => {
    const override = { programmeKey: 'dx', fiscalYear: 2026, departmentCode: '200', target: 1, reason: '' };
    const standing = (overrides: TargetOverride[]) =>
      programmeProgress({ programme, completions: [], staff, departments, targetYear: 2026, overrides });
    const of = ({ departments: shares, unallocated }: ReturnType<typeof standing>) => [
      ...shares.map(({ target, locked }) => [target, locked]),
      unallocated,
    ];
    expect(of(standing([override]))).toEqual([[7, false], [1, true], 0]);
    const others = [
      { ...override, fiscalYear: 2025 },
      { ...override, programmeKey: 'other' },
      { ...override, departmentCode: '900' },
    ];
    expect(of(standing(others))).toEqual([[6, false], [2, false], 0]);
    expect(of(standing([override, { ...override, departmentCode: '100', target: 2 }]))).toEqual([
      [2, true],
      [1, true],
      5,
    ]);
    expect(of(standing([override, { ...override, departmentCode: '100', target: 20 }]))).toEqual([
      [20, true],
      [1, true],
      -13,
    ]);
  });

  it('is quick with 50,000 staff', () => {
    const many = people('m', 50_000, '111');
    const completions = many.map(({ staffNumber }) => done(staffNumber, '2025-05-01'));
    const start = performance.now();
    programmeProgress({ programme, completions, staff: many, departments, targetYear: 2026 });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('never shows less than nothing remaining', () => {
    const completions = staff.map(({ staffNumber }) => done(staffNumber, '2025-05-01'));
    expect(programmeProgress({ programme, completions, staff, departments, targetYear: 2025 }).remaining).toBe(0);
  });

  it('refuses a year that the plan does not have, and an unknown department', () => {
    expect(() => programmeProgress({ programme, completions: [], staff, departments, targetYear: 2030 })).toThrow(
      RangeError,
    );
    expect(() => programmeProgress({ programme, completions: [], staff, departments: [], targetYear: 2025 })).toThrow(
      RangeError,
    );
  });

  it('comes to the published totals of the plan', () => {
    const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
    const published = read('../../../test/golden/reference/dx-plan.json') as {
      fiscalYears: number[];
      programmes: {
        key: string;
        name: string;
        total: number;
        targets: number[];
        counting: string;
        methods: object[];
      }[];
    };
    const shipped = read('../../survey-model/data/training-plans/dx-plan.json') as Programme[];
    expect(shipped.map(({ key }) => key)).toEqual(published.programmes.map(({ key }) => key));
    for (const { key, name, total, targets, counting, methods } of published.programmes) {
      const plan = shipped.find((each) => each.key === key);
      if (!plan) throw new Error(`no programme ${key}`);
      expect([plan.name, plan.methods, plan.years.map(({ fiscalYear }) => fiscalYear)]).toEqual([
        name,
        methods,
        published.fiscalYears,
      ]);
      expect(plan.counting).toBe(counting.includes('once in the whole plan') ? 'once-in-plan' : 'once-a-fiscal-year');
      const named = plan.methods.flatMap(({ audience = [] }) => audience);
      expect(plan.audiences.map((audience) => audience.name).sort()).toEqual([...named].sort());
      const progress = programmeProgress({ programme: plan, completions: [], staff, departments, targetYear: 2026 });
      expect([progress.total, progress.remaining, progress.years.map(({ target }) => target)]).toEqual([
        total,
        total,
        targets,
      ]);
    }
  });
});
