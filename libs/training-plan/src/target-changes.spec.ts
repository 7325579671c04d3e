import { describe, expect, it } from '@jest/globals';
import type { Completion, DepartmentRecord, Programme, TargetOverride } from '#survey-model';
import { programmeProgress, type EligibleStaff } from './programme-progress.js';
import { targetChanges } from './target-changes.js';

const programme: Programme = {
  key: 'dx',
  name: 'DX推進員',
  counting: 'once-in-plan',
  years: [2025, 2026].map((fiscalYear) => ({ fiscalYear, target: 12 })),
  methods: [],
  audiences: [],
  completion: { kind: 'any-course' },
};
const departments: DepartmentRecord[] = ['a', 'b', 'c'].map((code) => ({ code, name: code, parentCode: null }));

interface City {
  readonly staff?: Readonly<Record<string, number>>;
  readonly target?: number;
  readonly trained?: readonly string[];
  readonly locks?: Readonly<Record<string, number>>;
  readonly targetYear?: number;
}

function standing({ staff = { a: 20, b: 20 }, target = 12, trained = [], locks = {}, targetYear = 2026 }: City) {
  const people = Object.entries(staff).flatMap(([departmentCode, count]): EligibleStaff[] =>
    Array.from({ length: count }, (_, index) => ({ staffNumber: `${departmentCode}${index}`, departmentCode })),
  );
  return programmeProgress({
    programme: { ...programme, years: programme.years.map(({ fiscalYear }) => ({ fiscalYear, target })) },
    completions: trained.map((staffNumber): Completion => ({
      staffNumber,
      programmeKey: 'dx',
      completedOn: '2025-05-01',
    })),
    staff: people,
    departments,
    targetYear,
    overrides: Object.entries(locks).map(([departmentCode, locked]): TargetOverride => ({
      ...{ programmeKey: 'dx', fiscalYear: 2026, departmentCode, target: locked, reason: '' },
    })),
  });
}

const changes = (before: City, after: City) =>
  targetChanges(standing(before), standing(after)).map(
    ({ departmentCode, before: old, after: now, reasons }) => `${departmentCode} ${old}->${now} ${reasons.join(' ')}`,
  );

describe('targetChanges', () => {
  it('is silent where nothing changed, and across fiscal years', () => {
    expect(changes({}, {})).toEqual([]);
    expect(changes({ targetYear: 2025 }, { target: 30 })).toEqual([]);
  });

  it('tells a roster change from what it does to others', () => {
    expect(changes({}, { staff: { a: 40, b: 20 } })).toEqual(['a 6->8 headcount-changed', 'b 6->4 others-changed']);
  });

  it('names departments that came and went', () => {
    expect(changes({}, { staff: { a: 20, c: 20 } })).toEqual(['c 0->6 department-added', 'b 6->0 department-gone']);
  });

  it('names a change of the plan', () => {
    expect(changes({}, { target: 20 })).toEqual(['a 6->10 plan-changed', 'b 6->10 plan-changed']);
  });

  it('names catch-up when earlier completions come in', () => {
    expect(changes({}, { trained: ['a0', 'a1'] })).toEqual(['a 6->5 catch-up-changed', 'b 6->7 others-changed']);
  });

  it('names a ceiling that binds', () => {
    const small = { a: 20, b: 20, c: 3 };
    const trained = ['c0', 'c1'];
    expect(changes({ staff: small, target: 40 }, { staff: small, target: 40, trained })).toContain(
      'c 3->1 ceiling-changed catch-up-changed',
    );
  });

  it('names locks, their release, and what others then get', () => {
    expect(changes({}, { locks: { a: 2 } })).toEqual(['a 6->2 locked', 'b 6->10 others-changed']);
    expect(changes({ locks: { a: 2 } }, { locks: { a: 3 } })).toEqual(['a 2->3 locked', 'b 10->9 others-changed']);
    expect(changes({ locks: { a: 2 } }, {})).toEqual(['a 2->6 unlocked', 'b 10->6 others-changed']);
    expect(changes({}, { locks: { a: 6 } })).toEqual(['a 6->6 locked']);
    expect(changes({ locks: { a: 9 } }, { locks: { a: 9 }, staff: { a: 5, b: 20 } })).toEqual([
      'a 9->5 ceiling-changed',
      'b 3->7 others-changed',
    ]);
  });
});
