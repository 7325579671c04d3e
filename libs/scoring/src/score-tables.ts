import type {
  CellFamily,
  CellKey,
  ChoiceTally,
  InnerGroup,
  ItemTally,
  ScoredCell,
  ScoredTables,
  TableSpec,
} from '#survey-model';
import { cellName, WITHHELD } from '#survey-model';
import type { AttributeTree, TallyAttribute } from './attribute-tree.js';
import { categoryMean, overallMean } from './mean.js';
import type { GroupCounts } from './tally-book.js';
import type { TallyLayout } from './tally-layout.js';

export interface CountedGroups {
  readonly groups: readonly GroupCounts[];
  readonly layout: TallyLayout;
  readonly attributes: readonly TallyAttribute[];
  readonly trees: readonly AttributeTree[];
}

interface Cell {
  readonly table: readonly string[];
  readonly key: CellKey;
  readonly inner: number[];
}

/** Every distinct cell of the tables with its sums, the innermost groups it is made of, and the families it belongs to. */
export function scoreTables(counted: CountedGroups, tables: readonly TableSpec[]): ScoredTables {
  const cells = new Map<string, Cell>([
    [cellName({}), { table: tables[0]?.attributes ?? [], key: {}, inner: counted.groups.map((_, at) => at) }],
  ]);
  for (const table of tables) {
    const found = new Map<string, Cell>();
    counted.groups.forEach((group, at) => {
      for (const key of keysOf(counted, table, group)) {
        const name = cellName(key);
        const cell = found.get(name) ?? { table: table.attributes, key, inner: [] };
        cell.inner.push(at);
        found.set(name, cell);
      }
    });
    for (const [name, cell] of [...found].sort(([, a], [, b]) => compareCells(counted, a, b)))
      if (!cells.has(name)) cells.set(name, cell);
  }
  return {
    innerGroups: counted.groups.map((group) => innerGroup(counted, group)),
    cells: [...cells.values()].map((cell) => scoreCell(counted, cell)),
    families: familiesOf(counted, cells),
  };
}

/** All cells of a table that a group falls into: for each attribute totalled, or at each level of its value. */
function keysOf(counted: CountedGroups, table: TableSpec, group: GroupCounts): CellKey[] {
  if (!isWithin(counted, table, group)) return [];
  let keys: CellKey[] = [table.within ?? {}];
  for (const attribute of table.attributes) {
    const at = counted.attributes.findIndex(({ key }) => key === attribute);
    const tree = counted.trees[at];
    const value = group.values[at];
    if (!tree || value === undefined) throw new RangeError(`scoreTables: unknown attribute ${attribute}`);
    const levels = table.levels?.[attribute];
    const values = tree.lineage(value).filter((each) => !levels || levels.includes(tree.level(each)));
    // Of the attribute that limits the table, only what lies under the limit.
    const limit = table.within?.[attribute];
    if (limit !== undefined) values.splice(Math.max(0, values.indexOf(limit)));
    keys = keys.flatMap((key) => [key, ...values.map((each) => ({ ...key, [attribute]: each }))]);
  }
  return keys;
}

function isWithin({ attributes, trees }: CountedGroups, { within = {} }: TableSpec, { values }: GroupCounts): boolean {
  return Object.entries(within).every(([attribute, limit]) => {
    const at = attributes.findIndex(({ key }) => key === attribute);
    const [tree, value] = [trees[at], values[at]];
    if (!tree || value === undefined) throw new RangeError(`scoreTables: unknown attribute ${attribute}`);
    return tree.lineage(value).includes(limit);
  });
}

function compareCells({ attributes, trees }: CountedGroups, a: Cell, b: Cell): number {
  const depth = Object.keys(a.key).length - Object.keys(b.key).length;
  if (depth !== 0) return depth;
  for (const [at, { key }] of attributes.entries()) {
    const [left, right] = [a.key[key], b.key[key]];
    if (left === right) continue;
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    const order = (trees[at]?.order(left) ?? 0) - (trees[at]?.order(right) ?? 0);
    if (left === WITHHELD || right === WITHHELD) return left === WITHHELD ? 1 : -1;
    return order !== 0 ? order : left < right ? -1 : 1;
  }
  return 0;
}

function scoreCell({ groups, layout }: CountedGroups, { table, key, inner }: Cell): ScoredCell {
  const counts = new Int32Array(layout.length);
  let n = 0;
  for (const at of inner) {
    const group = groups[at];
    if (!group) continue;
    n += group.n;
    for (let place = 0; place < counts.length; place += 1)
      counts[place] = (counts[place] ?? 0) + (group.counts[place] ?? 0);
  }
  const items = itemTallies(layout, counts);
  const categories = layout.categories.map((category) => ({
    category: category.key,
    items: category.items,
    mean: categoryMean(category, items),
  }));
  return {
    table,
    key,
    n,
    items,
    categories,
    overall: overallMean(items),
    choices: choiceTallies(layout, counts),
    inner,
  };
}

function itemTallies(layout: TallyLayout, counts: Int32Array): ItemTally[] {
  return layout.items.map(({ item, scale, at, options }) => {
    const own = [...counts.subarray(at, at + options)];
    const n = own.reduce((sum, count) => sum + count, 0);
    return { item, n, sum: own.reduce((sum, count, option) => sum + count * (scale.min + option), 0), counts: own };
  });
}

function choiceTallies(layout: TallyLayout, counts: Int32Array): ChoiceTally[] {
  return layout.choices.map(({ question, at, optionAt }) => ({
    question: question.code,
    n: counts[at] ?? 0,
    counts: Object.fromEntries([...optionAt].map(([option, place]) => [option, counts[place] ?? 0])),
  }));
}

function innerGroup({ attributes, layout }: CountedGroups, group: GroupCounts): InnerGroup {
  const tallies = itemTallies(layout, group.counts);
  const items = tallies.map(({ item, n }) => [item, n] as const);
  const sums = tallies.map(({ item, n, sum }, at) => {
    const { min, max } = layout.items[at]?.scale ?? { min: 0, max: 0 };
    return [item, { sum, least: n * min, most: n * max }] as const;
  });
  const choices = choiceTallies(layout, group.counts).map(({ question, n }) => [question, n] as const);
  return {
    key: Object.fromEntries(attributes.map(({ key }, at) => [key, group.values[at] ?? WITHHELD])),
    n: group.n,
    questionN: Object.fromEntries([...items, ...choices]),
    itemSums: Object.fromEntries(sums),
  };
}

/** Along each attribute, a cell falls into the cells one step below it that are in the tables. */
function familiesOf({ attributes, trees }: CountedGroups, cells: ReadonlyMap<string, Cell>): CellFamily[] {
  const index = new Map([...cells.keys()].map((name, at) => [name, at]));
  const families = new Map<string, { parent: number; children: number[] }>();
  for (const [name, { key }] of cells) {
    for (const [at, { key: attribute }] of attributes.entries()) {
      const value = key[attribute];
      const tree = trees[at];
      if (value === undefined || !tree) continue;
      const parent = nearestAbove(index, key, attribute, tree);
      const own = index.get(name);
      if (parent === undefined || own === undefined) continue;
      const family = families.get(`${parent} ${attribute}`) ?? { parent, children: [] };
      family.children.push(own);
      families.set(`${parent} ${attribute}`, family);
    }
  }
  return [...families.values()];
}

/** The cell one step up along the attribute that is in the tables: of the next value above, else of all values. */
function nearestAbove(
  index: ReadonlyMap<string, number>,
  key: CellKey,
  attribute: string,
  tree: AttributeTree,
): number | undefined {
  const { [attribute]: value = '', ...rest } = key;
  for (const above of tree.lineage(value).slice(1)) {
    const at = index.get(cellName({ ...rest, [attribute]: above }));
    if (at !== undefined) return at;
  }
  return index.get(cellName(rest));
}
