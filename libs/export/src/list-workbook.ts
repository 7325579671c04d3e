import type { LineError } from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { CODE_FONT } from './cell-style.js';
import { fitRow, putHeadings, putNumber, putText, putTitle } from './sheet-cells.js';
import { addPage, freezeHeader } from './sheet-page.js';
import { newWorkbook, writeWorkbook } from './workbook-file.js';

/** One person's first sign-in: the code works once, to set a password. */
export interface AccessCodeRow {
  readonly staffNumber: string;
  readonly name: string;
  readonly department: string;
  readonly accessCode: string;
}

export interface ListOptions {
  readonly organisation: string;
  /** "YYYY-MM-DD", the date in Japan. */
  readonly date: string;
}

/** Staff numbers, names, departments and access codes for HR to hand out. Staff numbers keep their leading zeros. */
export async function buildAccessCodeWorkbook(rows: readonly AccessCodeRow[], options: ListOptions): Promise<Buffer> {
  const code: Look = { format: 'literal', font: CODE_FONT };
  return buildList(options, {
    orientation: 'portrait',
    title: 'アクセスコード一覧',
    subtitle: `取扱注意。コードは一度だけ使えます。本人に渡したら、このファイルを削除してください(${rows.length.toLocaleString('ja-JP')}人)。`,
    columns: [
      { heading: '職員番号', width: 16, look: code },
      { heading: '氏名', width: 22, look: {} },
      { heading: '所属', width: 40, look: {} },
      { heading: 'アクセスコード', width: 26, look: { ...code, bold: true, size: 11 } },
    ],
    rows: rows.map((row) => [row.staffNumber, row.name, row.department, row.accessCode]),
  });
}

/** All wrong places of an imported file, one row each, as a list to work through. */
export async function buildErrorWorkbook(errors: readonly LineError[], options: ListOptions): Promise<Buffer> {
  return buildList(options, {
    orientation: 'landscape',
    title: '取り込みエラー一覧',
    subtitle: `元のファイルの該当する行を直して、もう一度取り込んでください(${errors.length.toLocaleString('ja-JP')}件)。`,
    columns: [
      { heading: '行', width: 9, look: { format: 'count' } },
      { heading: '列', width: 20, look: {} },
      { heading: '理由と直し方', width: 50, look: {} },
      { heading: 'English', width: 50, look: {} },
    ],
    rows: errors.map((error) => [error.line, error.column, error.ja, error.en]),
  });
}

interface List {
  readonly orientation: 'portrait' | 'landscape';
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly look: Look }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

async function buildList({ organisation, date }: ListOptions, list: List): Promise<Buffer> {
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
