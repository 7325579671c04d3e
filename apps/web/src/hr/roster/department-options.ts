import type { Department } from '../../api-client/types.js';

/** Departments for a list box, in the order of the tree, indented by level and with their headcount. */
export function departmentOptions(
  departments: readonly Department[],
): { readonly code: string; readonly label: string }[] {
  const depths = new Map<string, number>();
  // The api lists every department after the one it is under.
  return departments.map(({ code, name, parentCode, headcount }) => {
    const depth = parentCode === null ? 0 : (depths.get(parentCode) ?? -1) + 1;
    depths.set(code, depth);
    return { code, label: `${'\u3000'.repeat(depth)}${name} (${headcount})` };
  });
}
