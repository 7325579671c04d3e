import type { DepartmentRecord, LineError, StaffRecord } from '#survey-model';
import { quoted } from '../columns/row-cells.js';
import type { ResolvedTree } from '../departments/resolve-tree.js';
import type { RosterMapping } from './roster-columns.js';

/** A row that has been read; `rejected` once anything about it is wrong. */
export interface StaffRow {
  readonly line: number;
  readonly record: StaffRecord;
  readonly errors: readonly LineError[];
  rejected: boolean;
}

/** What only shows when all rows are read: numbers used twice, departments that make no tree, posts in departments that do not exist. */
export function checkAcrossRows(
  rows: readonly StaffRow[],
  tree: ResolvedTree,
  mapping: RosterMapping,
): { departments: readonly DepartmentRecord[]; errors: readonly LineError[] } {
  const errors = [
    ...rows.flatMap((row) => row.errors),
    ...duplicateErrors(rows, mapping.staffNumber ?? ''),
    ...treeErrors(rows, tree, mapping),
    ...postErrors(rows, tree, mapping),
  ];
  return { departments: tree.departments, errors };
}

/** Both rows are rejected: which of them is right cannot be known. */
function duplicateErrors(rows: readonly StaffRow[], column: string): LineError[] {
  const errors: LineError[] = [];
  const first = new Map<string, StaffRow>();
  for (const row of rows) {
    const { staffNumber } = row.record;
    const earlier = first.get(staffNumber);
    if (staffNumber === '') continue;
    if (!earlier) {
      first.set(staffNumber, row);
      continue;
    }
    [earlier.rejected, row.rejected] = [true, true];
    errors.push({
      line: row.line,
      column,
      ja: `職員番号「${quoted(staffNumber)}」が ${earlier.line} 行目にもあります。一人一行にし、兼務は兼務の列に書いてください。`,
      en: `The staff number "${quoted(staffNumber)}" is on line ${earlier.line} too. One line a person; concurrent posts have a column of their own.`,
    });
  }
  return errors;
}

/** One error for each department that is wrong, or lies under a wrong one and has rows that are otherwise right. */
function treeErrors(rows: readonly StaffRow[], tree: ResolvedTree, mapping: RosterMapping): LineError[] {
  const column = mapping.departmentCode ?? '';
  const sound = new Set(tree.departments.map(({ code }) => code));
  const wrong = new Set(tree.problems.map(({ code }) => code));
  const lost = new Map<string, StaffRow[]>();
  for (const row of rows) {
    const code = row.record.departmentCode;
    if (row.rejected || sound.has(code)) continue;
    const others = lost.get(code);
    if (others) others.push(row);
    else lost.set(code, [row]);
    row.rejected = true;
  }
  const own = tree.problems.map(({ line, code, ja, en }) => {
    const count = lost.get(code)?.length ?? 0;
    const [also, alsoEn] =
      count > 1 ? [`この所属の ${count} 行を取り込めません。`, ` ${count} rows cannot be taken.`] : ['', ''];
    return { line, column, ja: ja + also, en: en + alsoEn };
  });
  const beneath = [...lost].filter(([code]) => !wrong.has(code));
  return [
    ...own,
    ...beneath.map(([code, { length, 0: first }]) => ({
      line: first?.line ?? 0,
      column,
      ja: `所属コード ${code} の上位の所属に誤りがあるため、この所属の ${length} 行を取り込めません。`,
      en: `A department above ${code} is wrong; its ${length} rows cannot be taken.`,
    })),
  ];
}

function postErrors(rows: readonly StaffRow[], tree: ResolvedTree, mapping: RosterMapping): LineError[] {
  const sound = new Set(tree.departments.map(({ code }) => code));
  const errors: LineError[] = [];
  for (const row of rows) {
    for (const { departmentCode } of row.record.concurrentPosts) {
      if (sound.has(departmentCode)) continue;
      row.rejected = true;
      const code = quoted(departmentCode);
      errors.push({
        line: row.line,
        column: mapping.concurrentPosts ?? '',
        ja: `兼務の所属コード「${code}」の所属がファイルにありません。`,
        en: `There is no department "${code}", which is named as a concurrent post.`,
      });
    }
  }
  return errors;
}
