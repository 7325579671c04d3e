import type { AttributeDefinition } from '#survey-model';

export interface AttributeOption {
  readonly key: string;
  /** Indented by level with full-width spaces, which a list box keeps. */
  readonly label: string;
}

/** The values of an attribute in the order of their tree, each under the value it belongs to. */
export function attributeOptions({ values }: AttributeDefinition): AttributeOption[] {
  const keys = new Set(values.map((value) => value.key));
  const isTop = (parent: string | undefined): boolean => parent === undefined || !keys.has(parent);
  const below = (parent: string | null, depth: number): AttributeOption[] =>
    values
      .filter((value) => (parent === null ? isTop(value.parent) : value.parent === parent))
      .flatMap(({ key, label }) => [{ key, label: `${'\u3000'.repeat(depth)}${label}` }, ...below(key, depth + 1)]);
  return below(null, 0);
}
