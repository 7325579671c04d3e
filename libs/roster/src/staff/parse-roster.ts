import type { DepartmentRecord, LineError, Position, StaffRecord } from '#survey-model';
import type { TableRow } from '#tabular';
import { listedErrors } from '../columns/line-errors.js';
import { ColumnReader } from '../columns/row-cells.js';
import type { SourceTable } from '../columns/source-table.js';
import { DepartmentTree } from '../departments/department-tree.js';
import { readDepartmentCells } from '../departments/read-department-cells.js';
import { PositionIndex } from '../values/position-index.js';
import { checkAcrossRows, type StaffRow } from './check-across-rows.js';
import { readStaffRow, type StaffContext } from './read-staff-row.js';
import { ROSTER_COLUMNS, type RosterField, type RosterMapping } from './roster-columns.js';
import { rosterMappingErrors, suggestMapping } from './roster-mapping.js';

export interface ParseRosterOptions {
  /** Which column holds what; by default as `suggestMapping` proposes. A field left out is not read. */
  readonly mapping?: RosterMapping;
  readonly positions: readonly Position[];
  /** "YYYY-MM-DD" in Japan: birth dates after it are wrong. */
  readonly today: string;
  /** Departments from a sheet of their own (`parseDepartments`). Without them the tree comes from the names in the rows. */
  readonly departments?: readonly DepartmentRecord[];
}

export interface ParsedRoster {
  /** The people whose rows are right. */
  readonly staff: readonly { readonly line: number; readonly record: StaffRecord }[];
  /** Their departments and all above these, parents first, and every department given. */
  readonly departments: readonly DepartmentRecord[];
  /** In the order of the lines; at most 1,000 and a note of how many more. */
  readonly errors: readonly LineError[];
  readonly errorCount: number;
  readonly mapping: RosterMapping;
  /** Rows of the file. */
  readonly rows: number;
  /** People whose rows are wrong: they have not left, and must be kept as they are when the valid rows alone are taken. */
  readonly rejectedStaffNumbers: readonly string[];
  /** Wrong rows without a readable staff number: then nobody can be said to have left. */
  readonly unidentifiedRows: number;
}

/**
 * Reads a roster (名簿). Columns: see ROSTER_COLUMNS; required are staff number, name, department code, department names (one path
 * column, or one column a level) and position or grade. All that is wrong is reported at once, by line and column, and a wrong row
 * yields no record. Blanks: 状態 is 在職, 任用形態 follows the position, 所属長 is no.
 * @throws DomainError when the file itself cannot be read.
 */
export async function parseRoster(table: SourceTable, options: ParseRosterOptions): Promise<ParsedRoster> {
  const mapping = options.mapping ?? suggestMapping(table.headers).mapping;
  const headerErrors = rosterMappingErrors(table.headers, mapping, {
    headerLine: table.headerLine ?? 1,
    departmentsGiven: options.departments !== undefined,
  });
  if (headerErrors.length > 0) return nothing(mapping, headerErrors);
  const reader = new ColumnReader<RosterField>(ROSTER_COLUMNS, table.headers, mapping);
  const context: StaffContext = { positions: new PositionIndex(options.positions), today: options.today };
  const tree = new DepartmentTree(options.departments);
  const rows: StaffRow[] = [];
  for await (const row of table.rows) rows.push(readRow(row, reader, context, tree));
  const { departments, errors } = checkAcrossRows(rows, tree.finish(), mapping);
  return result({ rows, errors, departments, mapping, given: options.departments ?? [] });
}

function readRow(
  row: TableRow,
  reader: ColumnReader<RosterField>,
  context: StaffContext,
  tree: DepartmentTree,
): StaffRow {
  const cells = reader.row(row);
  const person = readStaffRow(cells, context);
  const { code, claims } = readDepartmentCells(cells);
  for (const claim of claims) {
    const problem = tree.note(claim);
    if (problem) cells.fail('departmentCode', problem.ja, problem.en);
  }
  return {
    line: row.line,
    record: { ...person, departmentCode: code },
    errors: cells.errors,
    rejected: cells.errors.length > 0,
  };
}

function result(found: {
  readonly rows: readonly StaffRow[];
  readonly errors: readonly LineError[];
  readonly departments: readonly DepartmentRecord[];
  readonly mapping: RosterMapping;
  readonly given: readonly DepartmentRecord[];
}): ParsedRoster {
  const staff = found.rows.filter(({ rejected }) => !rejected).map(({ line, record }) => ({ line, record }));
  const rejected = found.rows.filter((row) => row.rejected).map(({ record }) => record.staffNumber);
  const identified = new Set(rejected.filter((staffNumber) => staffNumber !== ''));
  return {
    staff,
    departments: usedDepartments(found.departments, staff, found.given),
    errors: listedErrors(found.errors),
    errorCount: found.errors.length,
    mapping: found.mapping,
    rows: found.rows.length,
    rejectedStaffNumbers: [...identified],
    unidentifiedRows: rejected.filter((staffNumber) => staffNumber === '').length,
  };
}

/** Departments that only wrong rows speak of are left out. */
function usedDepartments(
  departments: readonly DepartmentRecord[],
  staff: ParsedRoster['staff'],
  given: readonly DepartmentRecord[],
): DepartmentRecord[] {
  const used = new Set(given.map(({ code }) => code));
  for (const { record } of staff) {
    used.add(record.departmentCode);
    for (const { departmentCode } of record.concurrentPosts) used.add(departmentCode);
  }
  // Parents come first in the list, so that walking it backwards meets every child before its parent.
  for (const { code, parentCode } of [...departments].reverse())
    if (used.has(code) && parentCode !== null) used.add(parentCode);
  return departments.filter(({ code }) => used.has(code));
}

function nothing(mapping: RosterMapping, errors: readonly LineError[]): ParsedRoster {
  return {
    staff: [],
    departments: [],
    errors,
    errorCount: errors.length,
    mapping,
    rows: 0,
    rejectedStaffNumbers: [],
    unidentifiedRows: 0,
  };
}
