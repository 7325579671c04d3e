import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { fitRow, putHeadings, putNumber, putText, putTitle } from './sheet-cells.js';
import { addPage, freezeHeader } from './sheet-page.js';
import { newWorkbook, writeWorkbook } from './workbook-file.js';

export interface ListOptions {
  readonly organisation: string;
  /** "YYYY-MM-DD", the date in Japan. */
  readonly date: string;
}

/** A workbook of one table. */
export interface List {
  readonly orientation: 'portrait' | 'landscape';
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly look: Look }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Title, a table with filters and repeated headings, A4. Text stays text; numbers keep their column's format. */
export async function buildList({ organisation, date }: ListOptions, list: List): Promise<Buffer> {
  const workbook = await newWorkbook({ title: list.title, company: organisation, date });
  const widths = list.columns.map((column) => column.width);
  const sheet = addPage(workbook, {
    name: list.title,
    orientation: list.orientation,
    widths,
    header: [list.title, ''],
    footer: organisation,
    date,
  });
  putTitle(sheet, widths.length, list.title, list.subtitle);
  putHeadings(
    sheet,
    3,
    list.columns.map((column) => column.heading),
  );
  freezeHeader(sheet, [3, 3], 0);
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3 + list.rows.length, column: widths.length } };
  list.rows.forEach((row, index) => putListRow(sheet, index + 4, row, list.columns));
  return writeWorkbook(workbook);
}

function putListRow(sheet: ExcelJS.Worksheet, at: number, row: List['rows'][number], columns: List['columns']): void {
  const fits: [string, number][] = [];
  for (const [index, { width, look }] of columns.entries()) {
    const value = row[index] ?? '';
    if (typeof value === 'number') putNumber(sheet, at, index + 1, value, look);
    else putText(sheet, at, index + 1, value, look);
    fits.push([String(value), width]);
  }
  fitRow(sheet, at, fits);
}
