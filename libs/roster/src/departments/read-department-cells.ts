import { quoted, type RowCells } from '../columns/row-cells.js';
import type { RosterField } from '../staff/roster-columns.js';
import type { DepartmentClaim } from './department-tree.js';
import { isDepartmentCode, splitCodePath, splitDepartmentPath } from './department-path.js';

type Cells = RowCells<RosterField>;

/** The department of a roster row: its code, and what the row says about it and those above it, the department itself first. */
export function readDepartmentCells(cells: Cells): { code: string; claims: readonly DepartmentClaim[] } {
  const code = readCode(cells, 'departmentCode');
  if (code === '') return { code, claims: [] };
  const names = namesOf(cells);
  const codes = splitCodePath(cells.text('departmentCodePath'));
  if (codes.length > 0) return { code, claims: claimsByLevel(cells, code, names, codes) };
  const above = cells.code('parentDepartmentCode') === '' ? undefined : readCode(cells, 'parentDepartmentCode');
  const claims: DepartmentClaim[] = [{ line: cells.line, code, names, parentCode: above }];
  if (above !== undefined && above !== '' && names.length > 1) {
    claims.push({ line: cells.line, code: above, names: names.slice(0, -1), parentCode: undefined });
  }
  return { code, claims };
}

function readCode(cells: Cells, field: 'departmentCode' | 'parentDepartmentCode'): string {
  const code = cells.code(field);
  if (code === '') cells.fail(field, '所属コードがありません。', 'The department code is missing.');
  else if (!isDepartmentCode(code)) {
    cells.fail(
      field,
      `所属コード「${quoted(code)}」は使えません。空白と / > ; : , を除く 64 文字までです。`,
      `The department code "${quoted(code)}" is not valid: up to 64 characters without spaces and / > ; : ,`,
    );
    return '';
  }
  return code;
}

/** From the path column or from one column a level, whichever says more. */
function namesOf(cells: Cells): string[] {
  const path = splitDepartmentPath(cells.text('departmentPath'));
  const levels = (['bureauName', 'sectionName', 'teamName'] as const)
    .map((field) => cells.text(field))
    .filter((name) => name !== '');
  return path.length >= levels.length ? path : levels;
}

/** With codes for all levels nothing about the row's branch of the tree is left open. */
function claimsByLevel(
  cells: Cells,
  code: string,
  names: readonly string[],
  codes: readonly string[],
): DepartmentClaim[] {
  if (codes.length !== names.length || codes.at(-1) !== code || !codes.every(isDepartmentCode)) {
    cells.fail(
      'departmentCodePath',
      `所属コード階層「${quoted(codes.join('/'))}」が所属名の段数か所属コードと合いません。`,
      `The code path "${quoted(codes.join('/'))}" does not match the levels of the department name or its code.`,
    );
    return [];
  }
  return codes
    .map((each, level) => ({
      line: cells.line,
      code: each,
      names: names.slice(0, level + 1),
      parentCode: level === 0 ? null : (codes[level - 1] ?? null),
    }))
    .reverse();
}
