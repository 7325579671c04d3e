import type { Completion, DepartmentRecord, Programme, ProgrammeProgress, TargetOverride } from '#survey-model';
import { countCompletions } from './count-completions.js';
import { departmentTargets } from './department-targets.js';
import { topLevelDepartments } from './top-level-departments.js';

/** Whom the programme is for, and the innermost department each belongs to. */
export interface EligibleStaff {
  readonly staffNumber: string;
  readonly departmentCode: string;
}

export interface ProgressInput {
  readonly programme: Programme;
  /** Completions of any programme; those of others are ignored. */
  readonly completions: readonly Completion[];
  readonly staff: readonly EligibleStaff[];
  /** The whole tree; the result is by its top level (部). */
  readonly departments: readonly DepartmentRecord[];
  /** Fiscal year for which targets are shared out to departments; one of the plan's. */
  readonly targetYear: number;
  /** HR's own figures; those of other programmes and years, and of departments without eligible staff, are ignored. */
  readonly overrides?: readonly TargetOverride[];
}

/**
 * A programme against its plan: targets and counted completions by fiscal year and in all, what remains to the total, and the target
 * year's target shared out to the departments (see `departmentTargets`).
 *
 * The plan's own figures count everyone who completed, those who have left since too. A department's figures count its present staff
 * only, so that they may add up to less.
 * @throws RangeError when the target year is not in the plan, or a person's department is not in the tree.
 */
export function programmeProgress({
  programme,
  completions,
  staff,
  departments,
  targetYear,
  overrides = [],
}: ProgressInput): ProgrammeProgress {
  const target = programme.years.find(({ fiscalYear }) => fiscalYear === targetYear)?.target;
  if (target === undefined) throw new RangeError(`programmeProgress: ${targetYear} is not a year of ${programme.key}`);
  const { byYear } = countCompletions(programme, completions);
  const years = yearlyProgress(programme, byYear);
  const total = years.at(-1)?.cumulativeTarget ?? 0;
  const cumulative = years.at(-1)?.cumulativeActual ?? 0;
  const shares = departmentTargets({
    counting: programme.counting,
    target,
    targetYear,
    byYear,
    units: staffByUnit(staff, departments),
    locks: locksOf(overrides, programme.key, targetYear),
  });
  return {
    programmeKey: programme.key,
    years,
    total,
    cumulative,
    remaining: Math.max(0, total - cumulative),
    active: shares.reduce((sum, { active }) => sum + active, 0),
    targetYear,
    departments: shares,
    unallocated: target - shares.reduce((sum, share) => sum + share.target, 0),
  };
}

function yearlyProgress(
  programme: Programme,
  byYear: ReadonlyMap<number, readonly Completion[]>,
): ProgrammeProgress['years'] {
  let [cumulativeTarget, cumulativeActual] = [0, 0];
  return [...programme.years]
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
    .map(({ fiscalYear, target }) => {
      const actual = byYear.get(fiscalYear)?.length ?? 0;
      cumulativeTarget += target;
      cumulativeActual += actual;
      return { fiscalYear, target, actual, cumulativeTarget, cumulativeActual };
    });
}

/** Top-level department code -> staff numbers, in the order of the departments; those without staff are left out. */
function staffByUnit(
  staff: readonly EligibleStaff[],
  departments: readonly DepartmentRecord[],
): Map<string, Set<string>> {
  const topOf = topLevelDepartments(departments);
  const units = new Map<string, Set<string>>();
  for (const { code } of departments) if (topOf.get(code) === code) units.set(code, new Set());
  for (const { staffNumber, departmentCode } of staff) {
    const unit = units.get(topOf.get(departmentCode) ?? '');
    if (!unit) throw new RangeError(`programmeProgress: ${staffNumber} is in unknown department ${departmentCode}`);
    unit.add(staffNumber);
  }
  for (const [code, members] of units) if (members.size === 0) units.delete(code);
  return units;
}

function locksOf(overrides: readonly TargetOverride[], programmeKey: string, fiscalYear: number): Map<string, number> {
  return new Map(
    overrides
      .filter((each) => each.programmeKey === programmeKey && each.fiscalYear === fiscalYear)
      .map(({ departmentCode, target }) => [departmentCode, target]),
  );
}
