/**
 * A reader who subtracts. Knows nothing but what the product hands out: released figures, the tree of departments, and how many staff share
 * which attributes. Own linear algebra over a prime field; nothing of the product is used.
 */
export interface PublicCell {
  readonly key: Readonly<Record<string, string>>;
  readonly published: boolean;
  /** How many answered, once for each question that is shown in the same cells; anything where it is not published. */
  readonly n: readonly number[];
}

export interface PublicAttribute {
  readonly key: string;
  readonly values: readonly { readonly key: string; readonly label: string; readonly parent?: string }[];
}

/** Values of each attribute, in the order of the attributes: a group of people who may have answered. */
export type Combination = readonly string[];

export interface Finding {
  readonly how: 'derived' | 'nested' | 'two taken away' | 'small figure';
  readonly what: string;
  /** How many people it is about. */
  readonly n: number;
}

type Counts = readonly number[];

const WITHHELD = '_withheld';
/** Just under 2^26: products are exact in a double. */
const PRIME = 67_108_859;

export class DifferencingAttack {
  private readonly parents: ReadonlyMap<string, string>;
  private readonly groups: readonly Combination[];
  private readonly published: readonly { readonly cell: PublicCell; readonly ones: readonly number[] }[];
  private readonly system: LinearSystem;

  /** @param people combinations that staff have; whoever withholds one attribute is added */
  constructor(
    private readonly attributes: readonly PublicAttribute[],
    private readonly cells: readonly PublicCell[],
    people: readonly Combination[],
    private readonly minGroup: number,
  ) {
    const departments = attributes.find(({ key }) => key === 'department')?.values ?? [];
    this.parents = new Map(departments.flatMap(({ key, parent }) => (parent ? [[key, parent] as const] : [])));
    const all = new Map(people.map((each) => [each.join('|'), each]));
    for (const each of people)
      each.forEach((_, at) => {
        const without = each.map((value, place) => (place === at ? WITHHELD : value));
        all.set(without.join('|'), without);
      });
    this.groups = [...all.values()];
    this.published = cells
      .filter(({ published }) => published)
      .map((cell) => ({ cell, ones: this.groupsOf(cell.key) }));
    this.system = new LinearSystem(cells[0]?.n.length ?? 1);
    for (const { cell, ones } of this.published) this.system.add(ones, cell.n);
  }

  /** Everything that can be worked out of 1 to k−1 people. */
  findings(): Finding[] {
    return [...this.derived(), ...this.subtracted()];
  }

  /** Whether a set of groups follows from what is published, and then how many people it is. */
  derive(key: PublicCell['key']): Counts | null {
    return this.system.derive(this.groupsOf(key));
  }

  /** The same for groups that a test picks. */
  deriveWhere(has: (combination: Combination) => boolean): Counts | null {
    return this.system.derive(this.groups.flatMap((group, at) => (has(group) ? [at] : [])));
  }

  private *derived(): Generator<Finding> {
    const targets = new Map<string, readonly number[]>();
    for (const { key, published } of this.cells) if (!published) targets.set(JSON.stringify(key), this.groupsOf(key));
    this.groups.forEach((group, at) => targets.set(group.join('・'), [at]));
    for (const [what, ones] of targets) {
      const n = (ones.length > 0 ? this.system.derive(ones) : null)?.find((each) => this.isSmall(each));
      if (n !== undefined) yield { how: 'derived', what, n };
    }
  }

  private *subtracted(): Generator<Finding> {
    for (const outer of this.published) {
      const within = new Set(outer.ones);
      const inside = this.published.filter(
        ({ ones }) => ones.length < within.size && ones.length > 0 && ones.every((at) => within.has(at)),
      );
      for (const first of inside) {
        const left = minus(outer.cell.n, first.cell.n);
        const what = `${JSON.stringify(outer.cell.key)} − ${JSON.stringify(first.cell.key)}`;
        const small = left.find((each) => this.isSmall(each));
        if (small !== undefined) yield { how: 'nested', what, n: small };
        const taken = new Set(first.ones);
        for (const second of inside) {
          const rest = minus(left, second.cell.n).find((each) => this.isSmall(each));
          if (rest === undefined || second.ones.some((at) => taken.has(at))) continue;
          yield { how: 'two taken away', what: `${what} − ${JSON.stringify(second.cell.key)}`, n: rest };
        }
      }
    }
  }

  private groupsOf(key: PublicCell['key']): number[] {
    return this.groups.flatMap((group, at) =>
      this.attributes.every(({ key: attribute }, place) => {
        const wanted = key[attribute];
        return wanted === undefined || this.isIn(group[place] ?? WITHHELD, wanted);
      })
        ? [at]
        : [],
    );
  }

  private isIn(value: string, wanted: string): boolean {
    for (let at: string | undefined = value; at !== undefined; at = this.parents.get(at))
      if (at === wanted) return true;
    return false;
  }

  private isSmall(n: number): boolean {
    return n > 0 && n < this.minGroup;
  }
}

function minus(a: Counts, b: Counts): number[] {
  return a.map((each, at) => each - (b[at] ?? 0));
}

/** Sums of groups with their known values, brought to echelon form modulo a prime; the values ride along. */
class LinearSystem {
  private readonly rows: { readonly pivot: number; readonly row: Map<number, number>; readonly values: Counts }[] = [];

  constructor(private readonly width: number) {}

  add(ones: readonly number[], given: Counts): void {
    const { row, values } = this.reduce(ones, given);
    const [pivot] = row.keys();
    if (pivot === undefined) return;
    const scale = inverse(row.get(pivot) ?? 0);
    for (const [at, each] of row) row.set(at, (each * scale) % PRIME);
    this.rows.push({ pivot, row, values: values.map((value) => (value * scale) % PRIME) });
  }

  derive(ones: readonly number[]): Counts | null {
    const { row, values } = this.reduce(ones, new Array<number>(this.width).fill(0));
    return row.size === 0 ? values.map((value) => (PRIME - value) % PRIME) : null;
  }

  private reduce(ones: readonly number[], given: Counts): { row: Map<number, number>; values: Counts } {
    const row = new Map(ones.map((at) => [at, 1]));
    let values = given;
    for (const { pivot, row: by, values: its } of this.rows) {
      const factor = row.get(pivot);
      if (factor === undefined) continue;
      for (const [at, each] of by) {
        const left = ((row.get(at) ?? 0) + (PRIME - factor) * each) % PRIME;
        if (left === 0) row.delete(at);
        else row.set(at, left);
      }
      values = values.map((value, at) => (value + (PRIME - factor) * (its[at] ?? 0)) % PRIME);
    }
    return { row, values };
  }
}

/** By Fermat, in whole numbers that stay exact. */
function inverse(value: number): number {
  let [result, square] = [1, value];
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
