import type { Programme, ProgrammeProgress } from '#survey-model';

const YEARS = [2025, 2026, 2027, 2028, 2029];

/** The DX promoter plan, 100 a year to 500, in its second year: 103 done in the first, 41 so far in the second. */
export function dxProgramme(): Programme {
  const years = YEARS.map((fiscalYear) => ({ fiscalYear, target: 100 }));
  return {
    key: 'dx-promoter',
    name: 'DX推進員',
    counting: 'once-in-plan',
    years,
    methods: [],
    audiences: [],
    completion: { kind: 'any-course' },
  };
}

export function dxProgress(): ProgrammeProgress {
  const actual = [103, 41, 0, 0, 0];
  const reached = (index: number): number => actual.slice(0, index + 1).reduce((sum, each) => sum + each, 0);
  return {
    programmeKey: 'dx-promoter',
    years: YEARS.map((fiscalYear, index) => ({
      fiscalYear,
      target: 100,
      actual: actual[index] ?? 0,
      cumulativeTarget: 100 * (index + 1),
      cumulativeActual: reached(index),
    })),
    total: 500,
    cumulative: 144,
    remaining: 356,
    targetYear: 2026,
    departments: [
      {
        ...{ departmentCode: 'D10', headcount: 80, target: 5, actual: 3, cumulative: 9 },
        ...{ catchUp: 0, ceiling: 74, locked: false, active: 9 },
      },
    ],
    active: 141,
    unallocated: 0,
  };
}
