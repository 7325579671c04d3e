import type ExcelJS from 'exceljs';
import { looksLikeFormula, safeText } from './cell-text.js';
import { styleOf, type Look } from './cell-style.js';
import { wrappedLines } from './text-width.js';

const LINE_POINTS = 16;
const PADDING_POINTS = 6;
/** Excel's limit for one row. */
const MAX_ROW_POINTS = 409;

/** Writes text, always as a string. What looks like a formula gets the text format, so that editing the cell does not make it one. */
export function putText(sheet: ExcelJS.Worksheet, row: number, column: number, text: string, look: Look = {}): void {
  const cell = sheet.getCell(row, column);
  cell.value = safeText(text);
  cell.style = styleOf(looksLikeFormula(text) ? { ...look, format: 'literal' } : look);
}

export function putNumber(sheet: ExcelJS.Worksheet, row: number, column: number, value: number, look: Look): void {
  const cell = sheet.getCell(row, column);
  cell.value = value;
  cell.style = styleOf({ align: 'right', indent: look.align === 'center' ? 0 : 1, ...look });
}

/** One text across several columns. */
export function putAcross(
  sheet: ExcelJS.Worksheet,
  row: number,
  [first, last]: readonly [number, number],
  text: string,
  look: Look = {},
): void {
  putText(sheet, row, first, text, look);
  if (last <= first) return;
  for (let column = first + 1; column <= last; column += 1) sheet.getCell(row, column).style = styleOf(look);
  sheet.mergeCells(row, first, row, last);
}

/** Height for the tallest of the texts, each with the width of its cell: Excel does not fit rows with merged cells itself. */
export function fitRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  texts: readonly (readonly [string, number])[],
  points = LINE_POINTS,
): void {
  const lines = Math.max(1, ...texts.map(([text, width]) => wrappedLines(text, width)));
  sheet.getRow(row).height = Math.min(MAX_ROW_POINTS, lines * points + PADDING_POINTS);
}

export function widthAcross(sheet: ExcelJS.Worksheet, [first, last]: readonly [number, number]): number {
  let width = 0;
  for (let column = first; column <= last; column += 1) width += sheet.getColumn(column).width ?? 0;
  return width;
}

/** Title in row 1 and a subtitle in row 2, across all columns. */
export function putTitle(sheet: ExcelJS.Worksheet, columns: number, title: string, subtitle: string): void {
  const width = widthAcross(sheet, [1, columns]);
  putAcross(sheet, 1, [1, columns], title, { bare: true, bold: true, size: 14, tone: 'title' });
  fitRow(sheet, 1, [[title, width * 0.7]], 22);
  putAcross(sheet, 2, [1, columns], subtitle, { bare: true, tone: 'muted' });
  fitRow(sheet, 2, [[subtitle, width]]);
}

/** Column headings in one row. */
export function putHeadings(sheet: ExcelJS.Worksheet, row: number, headings: readonly string[]): void {
  headings.forEach((heading, index) => putText(sheet, row, index + 1, heading, { tone: 'header', align: 'center' }));
  fitRow(
    sheet,
    row,
    headings.map((heading, index) => [heading, sheet.getColumn(index + 1).width ?? 0] as const),
  );
}

/** Notes under a table, one row each; empty ones are left out. @returns the next free row. */
export function putNotes(
  sheet: ExcelJS.Worksheet,
  from: number,
  columns: number,
  notes: readonly (string | null)[],
): number {
  const width = widthAcross(sheet, [1, columns]);
  let row = from;
  for (const note of notes) {
    if (!note) continue;
    putAcross(sheet, row, [1, columns], note, { bare: true, tone: 'muted', size: 9 });
    fitRow(sheet, row, [[note, width]], 14);
    row += 1;
  }
  return row;
}

/** A boxed message across all columns, such as why figures are hidden. */
export function putNotice(sheet: ExcelJS.Worksheet, row: number, columns: number, text: string): void {
  putAcross(sheet, row, [1, columns], text, { tone: 'notice', bold: true });
  fitRow(sheet, row, [[text, widthAcross(sheet, [1, columns])]]);
}
