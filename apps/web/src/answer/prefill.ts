import { ATTRIBUTE_KEYS, type AttributeDefinition, type DeclaredAttributes } from '#survey-model';

/** The person's own record as far as the survey knows its values. */
export function knownAttributes(
  definitions: readonly AttributeDefinition[],
  prefill: Readonly<Record<string, string>>,
): DeclaredAttributes {
  const known = ATTRIBUTE_KEYS.flatMap((key) => {
    const values = definitions.find((definition) => definition.key === key)?.values ?? [];
    const value = prefill[key];
    return value !== undefined && values.some((choice) => choice.key === value) ? [[key, value] as const] : [];
  });
  return Object.fromEntries(known);
}
