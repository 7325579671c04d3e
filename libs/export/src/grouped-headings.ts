import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { fitRow, putAcross, putText, widthAcross } from './sheet-cells.js';

/** Columns under one heading; without one the column's own heading stands across both rows. */
export interface HeadingGroup {
  readonly heading?: string;
  readonly columns: readonly string[];
}

const LOOK: Look = { tone: 'header', align: 'center' };

/** Column headings in two rows, from the first column on. */
export function putGroupedHeadings(sheet: ExcelJS.Worksheet, row: number, groups: readonly HeadingGroup[]): void {
  const above: [string, number][] = [];
  const below: [string, number][] = [];
  let column = 1;
  for (const { heading, columns } of groups) {
    const last = column + columns.length - 1;
    if (heading !== undefined) {
      putAcross(sheet, row, [column, last], heading, LOOK);
      above.push([heading, widthAcross(sheet, [column, last])]);
    }
    for (const [index, text] of columns.entries()) {
      if (heading === undefined) putTall(sheet, row, column + index, text);
      else {
        putText(sheet, row + 1, column + index, text, LOOK);
        below.push([text, sheet.getColumn(column + index).width ?? 0]);
      }
    }
    column = last + 1;
  }
  fitRow(sheet, row, above);
  fitRow(sheet, row + 1, below);
}

function putTall(sheet: ExcelJS.Worksheet, row: number, column: number, text: string): void {
  putText(sheet, row, column, text, LOOK);
  putText(sheet, row + 1, column, '', LOOK);
  sheet.mergeCells(row, column, row + 1, column);
}
