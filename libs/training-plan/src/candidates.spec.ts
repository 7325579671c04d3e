import { describe, expect, it } from '@jest/globals';
import type { DepartmentRecord, Programme, StaffRecord } from '#survey-model';
import { candidates, type CandidatesInput } from './candidates.js';
import { retirementAgeIn, yearsToRetirement } from './years-to-retirement.js';

const departments: DepartmentRecord[] = [
  { code: '100', name: '総務部', parentCode: null },
  { code: '110', name: '人事課', parentCode: '100' },
  { code: '200', name: '土木部', parentCode: null },
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
const person = (staffNumber: string, fields: Partial<StaffRecord> = {}): StaffRecord => ({
  ...{ staffNumber, name: '', kana: null, departmentCode: '110', positionKey: 'officer', grade: 2 },
  ...{ jobType: '一般行政', employmentType: 'regular', birthDate: '1990-05-01', age: null, hireDate: '2015-04-01' },
  ...{ status: 'active', concurrentPosts: [], isHead: false, email: null },
  ...fields,
});

const list = (fields: Partial<CandidatesInput>) =>
  candidates({
    ...{ programme, today: '2026-11-21', staff: [], departments, completions: [], courses: [] },
    ...{ courseCompletions: [], enrolled: new Set<string>() },
    targets: [
      { departmentCode: '100', target: 5, actual: 4 },
      { departmentCode: '200', target: 5, actual: 2 },
    ],
    ...fields,
  });
const numbers = (fields: Partial<CandidatesInput>) => list(fields).map(({ staffNumber }) => staffNumber);

describe('candidates', () => {
  it('puts the untrained first, then departments further behind, and those who retire soon last', () => {
    const staff = [
      person('7', { birthDate: '1964-05-01', departmentCode: '200' }),
      person('8', { birthDate: '1963-05-01', departmentCode: '200' }),
      person('6', { birthDate: null }),
      person('5', { departmentCode: '200' }),
      person('4'),
      person('3'),
      person('2', { departmentCode: '200' }),
      person('1', { birthDate: null, age: 64 }),
    ];
    const result = list({
      staff,
      // Before the plan: not counted, but trained.
      completions: [{ staffNumber: '2', programmeKey: 'dx', completedOn: '2024-05-01' }],
      courses: [{ key: 'basics', programmeKey: 'dx' }],
      courseCompletions: [{ staffNumber: '3', courseKey: 'basics', completedOn: '2026-05-01' }],
    });
    expect(result.map(({ staffNumber }) => staffNumber)).toEqual(['5', '4', '6', '2', '3', '7', '8', '1']);
    expect(result[0]).toEqual({
      ...{ staffNumber: '5', departmentCode: '200', audiences: [], neverTrained: true, departmentBehind: 3 },
      ...{ yearsToRetirement: 29, rank: 1 },
    });
    expect(result.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('leaves out who counts already, is enrolled, away, or outside the target rule', () => {
    const staff = [
      person('counted'),
      person('enrolled'),
      person('away', { status: 'childcare-leave' }),
      person('nurse', { jobType: '医療職' }),
      person('due'),
    ];
    const completions = [{ staffNumber: 'counted', programmeKey: 'dx', completedOn: '2025-05-01' }];
    expect(numbers({ staff, completions, enrolled: new Set(['enrolled']) })).toEqual(['due']);
  });

  it('asks again each fiscal year where people count once a fiscal year', () => {
    const yearly: Programme = { ...programme, counting: 'once-a-fiscal-year' };
    const completions = [{ staffNumber: '1', programmeKey: 'dx', completedOn: '2026-03-31' }];
    const staff = [person('1')];
    expect(numbers({ programme: yearly, staff, completions, today: '2026-03-31' })).toEqual([]);
    expect(numbers({ programme: yearly, staff, completions, today: '2026-04-01' })).toEqual(['1']);
  });

  it('names the audiences, and passes volunteers over', () => {
    const audiences = [
      { name: '希望者', rule: { volunteers: true as const } },
      { name: '管理職', rule: { positions: ['manager'] } },
    ];
    const staff = [person('1'), person('2', { positionKey: 'manager' })];
    expect(list({ programme: { ...programme, audiences }, staff })).toMatchObject([
      { staffNumber: '2', audiences: ['管理職'] },
    ]);
  });
});

describe('yearsToRetirement', () => {
  it('knows the age of retirement of each fiscal year', () => {
    expect([2020, 2022, 2023, 2024, 2025, 2026, 2027, 2029, 2030, 2031, 2050].map(retirementAgeIn)).toEqual([
      60, 60, 61, 61, 62, 62, 63, 64, 64, 65, 65,
    ]);
  });

  it.each([
    // 62 within the year, in which 62 is the age: on its last day.
    ['1964-05-01', 2026, 0],
    // Born on 1 April: 62 on 31 March.
    ['1965-04-01', 2026, 0],
    // 61 then; 62 in 2027, when it is 63, and so in 2028 (64 from 2029).
    ['1965-04-02', 2026, 2],
    ['1955-04-02', 2026, 0],
    ['1990-05-01', 2026, 29],
  ])('born on %s, at the end of %d: %d', (birthDate, fiscalYear, years) => {
    expect(yearsToRetirement({ birthDate, age: null }, fiscalYear)).toBe(years);
  });

  it('takes a bare age as it is, and knows nothing of nobody', () => {
    expect(yearsToRetirement({ birthDate: null, age: 62 }, 2026)).toBe(0);
    expect(yearsToRetirement({ birthDate: null, age: null }, 2026)).toBeNull();
  });
});
