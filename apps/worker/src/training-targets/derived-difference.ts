import type { DerivedUpdate } from '#database';
import type { Completion } from '#survey-model';

/**
 * What to write so that the completions on record are those imported and those that follow from courses, each day of a person and
 * programme once. Nothing is written that is there already.
 * @param onRecord of either origin; `derived` of those that follow from courses now
 */
export function derivedDifference(
  onRecord: { readonly imported: readonly Completion[]; readonly derived: readonly Completion[] },
  derived: readonly Completion[],
): DerivedUpdate {
  const imported = new Set(onRecord.imported.map(nameOf));
  const known = new Set(onRecord.derived.map(nameOf));
  const wanted = new Map(derived.map((completion) => [nameOf(completion), completion]));
  return {
    added: [...wanted].flatMap(([name, completion]) => (known.has(name) || imported.has(name) ? [] : [completion])),
    removed: onRecord.derived.filter((completion) => !wanted.has(nameOf(completion))),
  };
}

function nameOf({ staffNumber, programmeKey, completedOn }: Completion): string {
  return `${completedOn} ${programmeKey} ${staffNumber}`;
}
