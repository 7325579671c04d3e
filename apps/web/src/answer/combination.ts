import {
  ATTRIBUTE_KEYS,
  WITHHELD,
  type AttributeDefinition,
  type AttributeKey,
  type DeclaredAttributes,
} from '#survey-model';
import type { AttributeCounts } from '../api-client/types.js';

/** A choice that says less about the person, and how many share it. */
export interface CoarserChoice {
  readonly attribute: AttributeKey;
  /** The value it would become: one further up the tree, or withheld. */
  readonly value: string;
  readonly label: string | null;
  readonly people: number;
}

/** How many of those invited could have declared this: what is withheld or left open suits everybody. */
export function peopleSharing(
  { attributes, counts }: AttributeCounts,
  declared: DeclaredAttributes,
  definitions: readonly AttributeDefinition[],
): number {
  const tests = attributes.map((key) =>
    suits(
      declared[key as AttributeKey],
      definitions.find((each) => each.key === key),
    ),
  );
  return counts.reduce((sum, row) => {
    const fits = tests.every((test, at) => test(row[at] ?? null));
    return fits ? sum + Number(row.at(-1)) : sum;
  }, 0);
}

/** One step less about the person, each way there is, most people first. */
export function coarserChoices(
  counts: AttributeCounts,
  declared: DeclaredAttributes,
  definitions: readonly AttributeDefinition[],
): CoarserChoice[] {
  const choices = ATTRIBUTE_KEYS.flatMap((attribute) => {
    const definition = definitions.find(({ key }) => key === attribute);
    const chosen = definition?.values.find(({ key }) => key === declared[attribute]);
    if (!definition || !chosen) return [];
    const above = definition.values.find(({ key }) => key === chosen.parent);
    const candidates = [above, null].filter((each) => each !== undefined);
    return candidates.map((each) => {
      const value = each?.key ?? WITHHELD;
      const people = peopleSharing(counts, { ...declared, [attribute]: value }, definitions);
      return { attribute, value, label: each?.label ?? null, people };
    });
  });
  return choices.sort((a, b) => b.people - a.people);
}

type Value = string | number | null;

/** A department suits everybody in it and below it. */
function suits(declared: string | undefined, definition: AttributeDefinition | undefined): (value: Value) => boolean {
  if (declared === undefined || declared === WITHHELD) return () => true;
  const parents = new Map(definition?.values.map(({ key, parent }) => [key, parent]));
  return (value) => {
    for (let at: string | undefined = typeof value === 'string' ? value : undefined; at; at = parents.get(at))
      if (at === declared) return true;
    return false;
  };
}
