import type { DepartmentRecord, LineError } from '#survey-model';
import type { ColumnDefinition, ColumnMapping } from '../columns/column-definition.js';
import { listedErrors } from '../columns/line-errors.js';
import { mapColumns, mappingErrors } from '../columns/map-columns.js';
import { ColumnReader, quoted, type RowCells } from '../columns/row-cells.js';
import type { SourceTable } from '../columns/source-table.js';
import { DepartmentTree, type DepartmentClaim } from './department-tree.js';
import { isDepartmentCode, splitDepartmentPath } from './department-path.js';

export type DepartmentField = 'code' | 'name' | 'parentCode';

/** Columns of a list of departments (組織一覧). */
export const DEPARTMENT_COLUMNS: readonly ColumnDefinition<DepartmentField>[] = [
  {
    field: 'code',
    label: '所属コード',
    required: true,
    synonyms: ['コード', '組織コード', '部署コード', 'department code'],
  },
  {
    field: 'name',
    label: '所属名',
    required: true,
    synonyms: ['名称', '所属', '組織名', '組織', '部署名', 'department name'],
  },
  {
    field: 'parentCode',
    label: '上位所属コード',
    required: false,
    synonyms: ['上位コード', '親コード', '親所属コード', '上位組織コード', '親組織コード'],
  },
];

export interface ParsedDepartments {
  readonly departments: readonly DepartmentRecord[];
  readonly errors: readonly LineError[];
  readonly errorCount: number;
  readonly mapping: ColumnMapping<DepartmentField>;
}

/**
 * Reads a list of departments: code, name, code of the department above. Without the third column the names are paths (総務部/人事課).
 * @throws DomainError when the file itself cannot be read.
 */
export async function parseDepartments(
  table: SourceTable,
  options: { readonly mapping?: ColumnMapping<DepartmentField> } = {},
): Promise<ParsedDepartments> {
  const mapping = options.mapping ?? mapColumns(DEPARTMENT_COLUMNS, table.headers);
  const errors = mappingErrors(DEPARTMENT_COLUMNS, table.headers, mapping, table.headerLine);
  if (errors.length > 0) return { departments: [], errors, errorCount: errors.length, mapping };
  const reader = new ColumnReader<DepartmentField>(DEPARTMENT_COLUMNS, table.headers, mapping);
  const tree = new DepartmentTree();
  const lines = new Map<string, number>();
  for await (const row of table.rows) {
    const cells = reader.row(row);
    const claim = readClaim(cells, mapping.parentCode !== undefined, lines);
    if (claim) tree.note(claim);
    for (const error of cells.errors) errors.push(error);
  }
  const { departments, problems } = tree.finish();
  for (const { line, ja, en } of problems) errors.push({ line, column: mapping.code ?? '', ja, en });
  return { departments, errors: listedErrors(errors), errorCount: errors.length, mapping };
}

function readClaim(
  cells: RowCells<DepartmentField>,
  parentsGiven: boolean,
  lines: Map<string, number>,
): DepartmentClaim | null {
  const [code, name, parent] = [cells.code('code'), cells.text('name'), cells.code('parentCode')];
  if (!isDepartmentCode(code))
    return cells.fail(
      'code',
      `所属コード「${quoted(code)}」は使えません。`,
      `The department code "${quoted(code)}" is not valid.`,
    );
  const earlier = lines.get(code);
  if (earlier !== undefined)
    return cells.fail(
      'code',
      `所属コード ${code} が ${earlier} 行目にもあります。`,
      `The department code ${code} is on line ${earlier} too.`,
    );
  lines.set(code, cells.line);
  const names = parentsGiven ? [name].filter((each) => each !== '') : splitDepartmentPath(name);
  if (names.length === 0 || (parentsGiven && /[>＞]/.test(name))) {
    return cells.fail(
      'name',
      `所属名「${quoted(name)}」は使えません。空欄と「>」は避けてください。`,
      `The department name "${quoted(name)}" is not valid: not blank, and without ">".`,
    );
  }
  return { line: cells.line, code, names, parentCode: parentsGiven ? parent || null : undefined };
}
