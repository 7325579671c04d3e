import type { DepartmentSuccession } from '#survey-model';

/** What becomes of the successions of one old department. */
export interface ChangedSuccession {
  readonly oldCode: string;
  /** New codes on record, sorted; empty when there are none. */
  readonly before: readonly string[];
  /** New codes of the file, sorted. */
  readonly after: readonly string[];
}

/** What a list of successions changes, by old department. */
export interface SuccessionDifference {
  readonly added: readonly ChangedSuccession[];
  readonly changed: readonly ChangedSuccession[];
  readonly same: readonly ChangedSuccession[];
}

/** Old departments that the file does not name stay as they are and are in none of the lists. */
export function successionDifference(
  known: readonly DepartmentSuccession[],
  incoming: readonly DepartmentSuccession[],
): SuccessionDifference {
  const [before, after] = [byOldCode(known), byOldCode(incoming)];
  const all = [...after].map(([oldCode, codes]) => ({ oldCode, before: before.get(oldCode) ?? [], after: codes }));
  const isSame = (each: ChangedSuccession): boolean => each.before.join('\0') === each.after.join('\0');
  return {
    added: all.filter((each) => each.before.length === 0),
    changed: all.filter((each) => each.before.length > 0 && !isSame(each)),
    same: all.filter(isSame),
  };
}

function byOldCode(successions: readonly DepartmentSuccession[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { oldCode, newCode } of successions) codes.set(oldCode, [...(codes.get(oldCode) ?? []), newCode].sort());
  return codes;
}
