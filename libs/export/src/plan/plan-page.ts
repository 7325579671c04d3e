import { japaneseDate } from '#survey-model';
import type ExcelJS from 'exceljs';
import { fitRow, putAcross, putHeadings, putTitle, widthAcross } from '../sheet-cells.js';
import { addPage, freezeHeader, type PageLook } from '../sheet-page.js';
import type { TrainingPlanReport } from './plan-report.js';

export const PLAN_TITLE = 'DX推進研修計画';

/** A page of the plan's workbook, with its running header and footer. */
export function planPage(
  workbook: ExcelJS.Workbook,
  { organisation, generatedOn }: TrainingPlanReport,
  look: Pick<PageLook, 'name' | 'widths' | 'onePage'>,
): ExcelJS.Worksheet {
  const header = [PLAN_TITLE, look.name === PLAN_TITLE ? '' : look.name] as const;
  return addPage(workbook, { ...look, orientation: 'landscape', header, footer: organisation, date: generatedOn });
}

/** Title and one table heading that stays in sight for all programmes below it. @returns the first free row */
export function beginTable(
  sheet: ExcelJS.Worksheet,
  title: string,
  subtitle: string,
  headings: readonly string[],
): number {
  putTitle(sheet, headings.length, title, subtitle);
  putHeadings(sheet, 3, headings);
  freezeHeader(sheet, [3, 3], 1);
  return 4;
}

/** A line across the table that says which programme the lines below it are of. */
export function putGroup(sheet: ExcelJS.Worksheet, row: number, columns: number, text: string): void {
  putAcross(sheet, row, [1, columns], text, { tone: 'group', bold: true });
  fitRow(sheet, row, [[text, widthAcross(sheet, [1, columns])]]);
}

/** Where a programme has no figures yet. @returns the next free row */
export function putAbsent(sheet: ExcelJS.Worksheet, row: number, columns: number, what: string): number {
  const text = `${what}は、まだ計算されていません。研修の画面で計算が終わってから、もう一度作成してください。`;
  putAcross(sheet, row, [1, columns], text, { tone: 'notice' });
  fitRow(sheet, row, [[text, widthAcross(sheet, [1, columns])]]);
  return row + 1;
}

/** 令和8年11月10日現在. */
export function asOf(date: string): string {
  return `${japaneseDate(date)}現在`;
}

/** Names by code; a department that exists no more stands under its code. */
export function departmentNames({ departments }: TrainingPlanReport): (code: string) => string {
  const names = new Map(departments.map(({ code, path }) => [code, path.join(' ')]));
  return (code) => names.get(code) ?? code;
}
