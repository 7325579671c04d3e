import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';

/** A finished xlsx file, opened again: by ExcelJS for its cells, and unzipped for the XML itself. */
export interface OpenedWorkbook {
  readonly workbook: ExcelJS.Workbook;
  /** Path in the zip -> XML. */
  readonly parts: Readonly<Record<string, string>>;
  /** Every cell's value as text, row by row; a merged text stands in its first cell only. */
  rows(sheet: string): string[][];
  /** The row whose cells include this text. @throws when there is none. */
  rowWith(sheet: string, text: string): ExcelJS.CellValue[];
  /** All text and numbers of all sheets in one string, for proving that something is not there. */
  everything(): string;
}

export async function openWorkbook(file: Uint8Array): Promise<OpenedWorkbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(file) as unknown as ExcelJS.Buffer);
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, data]) => [name, strFromU8(data)]));
  const valuesOf = (sheet: string): ExcelJS.CellValue[][] => {
    const values: ExcelJS.CellValue[][] = [];
    workbook.getWorksheet(sheet)?.eachRow((row) => {
      const line: ExcelJS.CellValue[] = [];
      row.eachCell({ includeEmpty: true }, (cell) =>
        line.push(cell.isMerged && cell.master !== cell ? '' : cell.value),
      );
      values.push(line);
    });
    return values;
  };
  const rows = (sheet: string): string[][] => valuesOf(sheet).map((line) => line.map((value) => String(value ?? '')));
  return {
    workbook,
    parts,
    rows,
    rowWith: (sheet, text) => {
      const found = valuesOf(sheet).find((line) => line.includes(text));
      if (!found) throw new Error(`no row with ${text} on ${sheet}`);
      return found;
    },
    everything: () => workbook.worksheets.flatMap((sheet) => rows(sheet.name).flat()).join('\n'),
  };
}
