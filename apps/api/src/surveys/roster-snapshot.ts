import type { SnapshotRow } from '#database';
import { ageBandOf, ageOn, isTarget, type AgeBand, type StaffRecord, type TargetRule } from '#survey-model';

/** Where everybody in the target stands on the day the survey opens. The order is the roster's. */
export function takeSnapshot(staff: readonly StaffRecord[], rule: TargetRule, opensOn: string): SnapshotRow[] {
  return staff
    .filter((person) => isTarget(person, rule))
    .map((person) => ({
      staffNumber: person.staffNumber,
      departmentCode: person.departmentCode,
      positionKey: person.positionKey,
      ageBand: ageBandOn(person, opensOn),
      employmentType: person.employmentType,
    }));
}

/** By birth date, else by the age in the roster; null when the roster has neither, or nothing that can be an age. */
function ageBandOn({ birthDate, age }: StaffRecord, day: string): AgeBand | null {
  const years = birthDate === null ? age : ageOn(birthDate, day);
  return years === null || years < 0 || years > 120 ? null : ageBandOf(years);
}
