import { protectCounts, type CountsAudit } from '#disclosure';
import { TallyBook, type TallyAttribute } from '#scoring';
import { WITHHELD, type CellKey, type CellStatus, type Questionnaire } from '#survey-model';
import type { Table } from '#tabular';
import { countColumns } from './count-columns.js';
import { readCounts, type CountedGroup } from './read-counts.js';
import type { Hierarchy } from './read-hierarchy.js';

export interface ProtectOptions {
  /** The attributes of each table. */
  readonly tables: readonly (readonly string[])[];
  readonly hierarchies: ReadonlyMap<string, Hierarchy>;
  /** Column of counts; null: one person a row. */
  readonly weights: string | null;
  /** k, from 2. */
  readonly minGroup: number;
}

export interface ProtectedCell {
  /** Attributes of the first table that has the cell, totalled ones included. */
  readonly table: readonly string[];
  /** Attribute -> value, those totalled left out; WITHHELD for blanks. */
  readonly key: CellKey;
  /** The count itself, also where it must not be shown. */
  readonly n: number;
  readonly status: CellStatus;
}

export interface ProtectedFile {
  readonly people: number;
  readonly tables: ProtectOptions['tables'];
  readonly cells: readonly ProtectedCell[];
  readonly audit: CountsAudit;
  /** Values of the data that the hierarchy file does not have: taken as top levels of their own. */
  readonly placedOnTop: readonly PlacedOnTop[];
}

export interface PlacedOnTop {
  readonly attribute: string;
  readonly fileName: string;
  readonly values: readonly string[];
}

/** There is nothing to score: people are only counted. */
const NO_QUESTIONS: Questionnaire = {
  key: 'counts',
  title: '',
  sections: [],
  scoring: { items: [], categories: [], bands: null },
};

/**
 * Rows of people -> frequency tables with their suppression pattern: columns, counts, cells, disclosure. All tables are decided together.
 * @throws DomainError on a wrong file; DisclosureAuditError when the pattern fails its audit
 */
export async function protectTable(table: Table, options: ProtectOptions): Promise<ProtectedFile> {
  const names = [...new Set(options.tables.flat())];
  const columns = countColumns(table, names, options.weights);
  const { groups, people } = await readCounts(table, columns);
  const found = names.map((attribute, at) => attributeOf(attribute, groups, at, options.hierarchies.get(attribute)));
  const book = new TallyBook(
    NO_QUESTIONS,
    found.map(({ attribute }) => attribute),
  );
  for (const { values, n } of groups)
    book.add({ attributes: Object.fromEntries(names.map((name, at) => [name, values[at]])), answers: {} }, n);
  const tables = book.finish(options.tables.map((attributes) => ({ attributes })));
  const { statuses, audit } = protectCounts(tables, options.minGroup);
  const cells = tables.cells.flatMap(({ table: attributes, key, n }, at): ProtectedCell[] => {
    const status = statuses[at];
    return status ? [{ table: attributes, key, n, status }] : [];
  });
  return { people, tables: options.tables, cells, audit, placedOnTop: found.flatMap(({ onTop }) => onTop ?? []) };
}

interface FoundAttribute {
  readonly attribute: TallyAttribute;
  readonly onTop?: PlacedOnTop;
}

function attributeOf(
  key: string,
  groups: readonly CountedGroup[],
  at: number,
  hierarchy: Hierarchy | undefined,
): FoundAttribute {
  if (!hierarchy) return { attribute: { key, values: null } };
  const known = new Set(hierarchy.values.map((value) => value.key));
  const unknown = [...new Set(groups.map(({ values }) => values[at] ?? WITHHELD))]
    .filter((value) => value !== WITHHELD && !known.has(value))
    .sort();
  const attribute = { key, values: [...hierarchy.values, ...unknown.map((value) => ({ key: value }))] };
  if (unknown.length === 0) return { attribute };
  return { attribute, onTop: { attribute: key, fileName: hierarchy.fileName, values: unknown } };
}
