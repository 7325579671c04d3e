import { WITHHELD, WITHHELD_LABEL, type AttributeDefinition, type AttributeKey } from '#survey-model';
import type { CellScore, Results } from '../../../api-client/types.js';

/** The cells of a release by what they are about. */
export interface ResultCells {
  /** Everybody. null only where the release holds no such cell. */
  readonly whole: CellScore | null;
  /** null when nobody is in the cell, or when the reader may not see it. */
  find(key: Readonly<Record<string, string>>): CellScore | null;
}

export function indexCells(cells: readonly CellScore[]): ResultCells {
  const byKey = new Map(cells.map((cell) => [keyText(cell.key), cell]));
  const find = (key: Readonly<Record<string, string>>): CellScore | null => byKey.get(keyText(key)) ?? null;
  return { whole: find({}), find };
}

function keyText(key: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function attributeOf(results: Pick<Results, 'attributes'>, key: AttributeKey): AttributeDefinition | null {
  return results.attributes.find((attribute) => attribute.key === key) ?? null;
}

/** One row of a table of groups. */
export interface GroupRow {
  readonly key: string;
  readonly label: string;
  readonly parentKey: string | null;
  readonly cell: CellScore | null;
}

/** Whether a 縮約推定値 stands beside the row's mean. */
export function hasEstimate({ cell }: GroupRow): boolean {
  return cell?.overallNotes.estimate !== undefined;
}

/**
 * Every value of an attribute with its cell, in the order of the definition; values that nobody declared have none. 答えない comes last,
 * where anybody chose it. `within` fixes further attributes.
 */
export function groupRows(
  results: Pick<Results, 'attributes'>,
  cells: ResultCells,
  attribute: AttributeKey,
  within: Readonly<Record<string, string>> = {},
): GroupRow[] {
  const definition = attributeOf(results, attribute);
  if (definition === null) return [];
  const cellOf = (key: string): CellScore | null => cells.find({ ...within, [attribute]: key });
  const rows = definition.values.map(({ key, label, parent }) => ({
    key,
    label,
    parentKey: parent ?? null,
    cell: cellOf(key),
  }));
  const withheld = cellOf(WITHHELD);
  return withheld ? [...rows, { key: WITHHELD, label: WITHHELD_LABEL, parentKey: null, cell: withheld }] : rows;
}
