import { lineageOf, parentsOf, type AttributeDefinition, type CellKey, type PopulationCount } from '#survey-model';

/** N of every cell: staff of the roster snapshot whose values, or a value above them, are those of the key. */
export class Population {
  private readonly parents: ReadonlyMap<string, ReadonlyMap<string, string>>;
  private readonly known: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    private readonly counts: readonly PopulationCount[],
    attributes: readonly AttributeDefinition[],
  ) {
    this.parents = new Map(attributes.map((definition) => [definition.key, parentsOf(definition)]));
    this.known = new Map(attributes.map(({ key, values }) => [key, new Set(values.map((value) => value.key))]));
  }

  /** null where nothing was counted, or the key has a value that the roster does not know, such as 答えない. */
  of(key: CellKey): number | null {
    const wanted = Object.entries(key);
    if (this.counts.length === 0) return null;
    if (wanted.some(([attribute, value]) => !this.known.get(attribute)?.has(value))) return null;
    return this.counts.reduce(
      (sum, count) => (wanted.every(([attribute, value]) => this.has(count, attribute, value)) ? sum + count.n : sum),
      0,
    );
  }

  /** How many staff have each value of an attribute on its top level, in the order of its values. */
  margin({ key, values }: AttributeDefinition): Map<string, number> {
    const top = values.filter(({ parent }) => parent === undefined);
    const counts = top.map((value): [string, number] => [value.key, this.of({ [key]: value.key }) ?? 0]);
    return new Map(counts);
  }

  private has(count: PopulationCount, attribute: string, value: string): boolean {
    const own = valueOf(count, attribute);
    if (own === value) return true;
    const parents = this.parents.get(attribute);
    return own !== undefined && parents !== undefined && parents.size > 0 && lineageOf(own, parents).includes(value);
  }
}

function valueOf(count: PopulationCount, attribute: string): string | undefined {
  const values: Partial<Record<string, string>> = {
    department: count.department,
    position: count.position,
    ageBand: count.ageBand,
    employmentType: count.employmentType,
  };
  return values[attribute];
}
