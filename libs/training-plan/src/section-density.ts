import type { Completion, DepartmentRecord, Programme, SectionDensity } from '#survey-model';
import { countCompletions } from './count-completions.js';
import type { EligibleStaff } from './programme-progress.js';
import { topLevelDepartments } from './top-level-departments.js';

/**
 * Promoters beside headcount for every section (課): the departments that have none below them, and a department above others for the
 * staff who are in it directly. Everybody is in one section only. Sections whose people are all untrained are listed like any other;
 * those without eligible staff, of which nothing could be said, are not.
 * @param staff eligible staff now
 * @returns in the order of the departments
 * @throws RangeError when a person's department is not in the tree.
 */
export function sectionDensity(input: {
  readonly programme: Programme;
  readonly completions: readonly Completion[];
  readonly staff: readonly EligibleStaff[];
  readonly departments: readonly DepartmentRecord[];
}): SectionDensity[] {
  const { byYear } = countCompletions(input.programme, input.completions);
  const counted = new Set([...byYear.values()].flat().map(({ staffNumber }) => staffNumber));
  const topOf = topLevelDepartments(input.departments);
  const sections = new Map(
    input.departments.map(({ code }) => [
      code,
      { departmentCode: code, topCode: topOf.get(code) ?? code, headcount: 0, active: 0 },
    ]),
  );
  for (const { staffNumber, departmentCode } of input.staff) {
    const section = sections.get(departmentCode);
    if (!section) throw new RangeError(`sectionDensity: ${staffNumber} is in unknown department ${departmentCode}`);
    section.headcount += 1;
    if (counted.has(staffNumber)) section.active += 1;
  }
  return [...sections.values()].filter(({ headcount }) => headcount > 0);
}
