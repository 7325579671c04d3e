import { lineageOf, type DepartmentRecord } from '#survey-model';

/** Department code -> code of the 部 it belongs to: the topmost department above it, or itself. */
export function topLevelDepartments(departments: readonly DepartmentRecord[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const { code, parentCode } of departments) if (parentCode !== null) parents.set(code, parentCode);
  return new Map(departments.map(({ code }) => [code, lineageOf(code, parents).at(-1) ?? code]));
}
