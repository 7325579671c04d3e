import type { DepartmentNode } from '#database';
import { lineageOf } from '#survey-model';

/** Codes of a department and of everything under it today; empty when there is no such department. */
export function departmentSubtree(departments: readonly DepartmentNode[], code: string | null): ReadonlySet<string> {
  const parents = new Map<string, string>();
  for (const { code: child, parentCode } of departments) if (parentCode !== null) parents.set(child, parentCode);
  return new Set(
    departments
      .filter((each) => code !== null && lineageOf(each.code, parents).includes(code))
      .map((each) => each.code),
  );
}

/** Department code -> "総務部 人事課". */
export function departmentPaths(departments: readonly DepartmentNode[]): ReadonlyMap<string, string> {
  return new Map(departments.map(({ code, path }) => [code, path.join(' ')]));
}
