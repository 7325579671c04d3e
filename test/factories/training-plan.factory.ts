import type { ProgrammeBody } from '#contract';
import type { ProgrammeProgress } from '#survey-model';

/** A programme to add to the shipped plan. */
export const SECURITY: ProgrammeBody = {
  ...{ key: 'security', name: '情報セキュリティ', counting: 'once-a-fiscal-year' },
  years: [{ fiscalYear: 2026, target: 10 }],
  methods: [{ method: 'eラーニング' }],
  audiences: [],
  completion: { kind: 'any-course' },
};

/** A standing of the promoters in the departments of `loadTestRoster`: HR fixed the target of A. */
export const PROMOTERS: ProgrammeProgress = {
  ...{ programmeKey: 'dx-promoter', years: [], total: 500, cumulative: 1, remaining: 499, active: 1 },
  ...{ targetYear: 2026, unallocated: 0 },
  departments: [
    ...[{ departmentCode: 'A', headcount: 10, ceiling: 9 }],
    ...[{ departmentCode: 'B', headcount: 7, ceiling: 7 }],
  ].map((each) => ({
    ...each,
    target: 5,
    actual: 0,
    cumulative: 0,
    catchUp: 0,
    locked: each.departmentCode === 'A',
    active: 0,
  })),
};
