import type { DepartmentSuccession } from '#survey-model';

/** A department that is or was. */
export interface KnownDepartment {
  readonly code: string;
  /** The last one, for a department that is no more. */
  readonly parentCode: string | null;
  readonly current: boolean;
}

/**
 * @param existing codes at which a search ends
 * @returns a function from an old code to all codes that took it over, at the ends of all chains; none where one of these ends at a unit
 *   that is no more
 */
export function destinationFinder(
  successions: readonly DepartmentSuccession[],
  departments: readonly KnownDepartment[],
  existing: ReadonlySet<string>,
): (code: string) => string[] {
  const heirs = new Map<string, string[]>();
  for (const { oldCode, newCode } of successions) heirs.set(oldCode, [...(heirs.get(oldCode) ?? []), newCode]);
  const lastParents = new Map(departments.map(({ code, parentCode }) => [code, parentCode]));
  const nextOf = (code: string): readonly string[] => {
    const own = heirs.get(code);
    if (own) return own;
    // A team of which nothing was said went with its section.
    const parent = existing.has(code) ? null : lastParents.get(code);
    return parent === null || parent === undefined ? [] : [parent];
  };
  return (code) => {
    const met = new Set([code]);
    // Grows while it is walked; a circle in the data is walked once.
    for (const each of met) for (const next of nextOf(each)) met.add(next);
    const ends = [...met].filter((each) => nextOf(each).length === 0);
    // What went nowhere in part did not go anywhere as a whole.
    return ends.every((each) => existing.has(each)) ? ends : [];
  };
}
