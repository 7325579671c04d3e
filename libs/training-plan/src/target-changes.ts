import type { DepartmentTarget, ProgrammeProgress, TargetChange, TargetChangeReason } from '#survey-model';

type Standing = Pick<ProgrammeProgress, 'targetYear' | 'years' | 'departments'>;

/**
 * What a recalculation of one fiscal year's targets changed, and why: every department whose target is another or whose lock was set or
 * released, in the order of the new list, then those that are gone.
 *
 * Reasons are what differs in the department's own inputs, several where several do: the plan's target of the year, its headcount, its
 * ceiling (where it binds before or after), what it had reached in earlier years (catch-up). "others-changed" stands where none of these
 * differs: then only what other departments have, or their locks, moved it. How many people each reason is worth is not said, since the
 * inputs act together. Targets of different fiscal years are not compared: the result is empty.
 */
export function targetChanges(before: Standing, after: Standing): TargetChange[] {
  if (before.targetYear !== after.targetYear) return [];
  const planChanged = planTarget(before) !== planTarget(after);
  const known = new Map(before.departments.map((each) => [each.departmentCode, each]));
  const changes: TargetChange[] = [];
  for (const now of after.departments) {
    const old = known.get(now.departmentCode);
    known.delete(now.departmentCode);
    if (!old) changes.push(change(now.departmentCode, 0, now.target, ['department-added']));
    else if (old.target !== now.target || isLocked(old) !== isLocked(now))
      changes.push(change(now.departmentCode, old.target, now.target, reasonsOf(old, now, planChanged)));
  }
  for (const { departmentCode, target } of known.values())
    changes.push(change(departmentCode, target, 0, ['department-gone']));
  return changes;
}

function reasonsOf(old: DepartmentTarget, now: DepartmentTarget, planChanged: boolean): TargetChangeReason[] {
  const ceilingBinds = old.target === old.ceiling || now.target === now.ceiling;
  const ceilingChanged = ceilingBinds && old.ceiling !== now.ceiling;
  if (isLocked(now)) return isLocked(old) && ceilingChanged ? ['ceiling-changed'] : ['locked'];
  const reasons: TargetChangeReason[] = [];
  if (isLocked(old)) reasons.push('unlocked');
  if (planChanged) reasons.push('plan-changed');
  if (old.headcount !== now.headcount) reasons.push('headcount-changed');
  if (ceilingChanged) reasons.push('ceiling-changed');
  if (reachedBefore(old) !== reachedBefore(now)) reasons.push('catch-up-changed');
  return reasons.length > 0 ? reasons : ['others-changed'];
}

function planTarget({ years, targetYear }: Standing): number | undefined {
  return years.find(({ fiscalYear }) => fiscalYear === targetYear)?.target;
}

/** Standings computed before there were locks have none. */
function isLocked(department: DepartmentTarget): boolean {
  return department.locked === true;
}

function reachedBefore({ cumulative, actual }: DepartmentTarget): number {
  return cumulative - actual;
}

function change(
  departmentCode: string,
  before: number,
  after: number,
  reasons: readonly TargetChangeReason[],
): TargetChange {
  return { departmentCode, before, after, reasons };
}
