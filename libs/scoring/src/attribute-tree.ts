import { lineageOf, WITHHELD } from '#survey-model';

/** An attribute to tabulate by. `values: null` takes whatever comes, as in a plain spreadsheet. */
export interface TallyAttribute {
  readonly key: string;
  readonly values: readonly { readonly key: string; readonly parent?: string }[] | null;
}

/** The hierarchy of one attribute's values. Level 1 is the top. */
export interface AttributeTree {
  has(value: string): boolean;
  /** The value and all above it, nearest first. */
  lineage(value: string): readonly string[];
  level(value: string): number;
  /** Position in the definition, for ordering cells; unknown values and 答えない come last. */
  order(value: string): number;
}

export function attributeTree({ values }: TallyAttribute): AttributeTree {
  if (values === null) return { has: () => true, lineage: (value) => [value], level: () => 1, order: () => 0 };
  const parents = new Map(values.flatMap(({ key, parent }) => (parent === undefined ? [] : [[key, parent] as const])));
  const order = new Map(values.map(({ key }, at) => [key, at]));
  const lineages = new Map<string, readonly string[]>();
  const lineage = (value: string): readonly string[] => {
    const known = lineages.get(value) ?? lineageOf(value, parents);
    lineages.set(value, known);
    return known;
  };
  return {
    has: (value) => order.has(value) || value === WITHHELD,
    lineage,
    level: (value) => lineage(value).length,
    order: (value) => order.get(value) ?? values.length,
  };
}
