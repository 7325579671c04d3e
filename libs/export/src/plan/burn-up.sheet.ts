import { formatDecimal, japaneseDate, type BurnUpMonth } from '#survey-model';
import type ExcelJS from 'exceljs';
import { putCount } from '../figure-cells.js';
import { fitRow, putNotes, putNumber, putText } from '../sheet-cells.js';
import { asOf, beginTable, planPage, putAbsent, putGroup } from './plan-page.js';
import type { TrainingPlanReport } from './plan-report.js';

const HEADINGS = ['月末', '計画(累計)', '実績(累計)', '計画との差', 'うち在職'];

/** 月別: the plan spread over the months against what was reached, for a chart. */
export function addBurnUpSheet(workbook: ExcelJS.Workbook, report: TrainingPlanReport): void {
  const sheet = planPage(workbook, report, { name: '月別', widths: [30, 20, 20, 20, 20] });
  let row = beginTable(sheet, '月別の計画と実績', `各月末までの累計人数(${asOf(report.generatedOn)})`, HEADINGS);
  for (const { programme, detail } of report.programmes) {
    putGroup(sheet, row, HEADINGS.length, programme.name);
    row += 1;
    if (!detail || detail.burnUp.length === 0) row = putAbsent(sheet, row, HEADINGS.length, '月別の実績');
    else for (const month of detail.burnUp) putMonth(sheet, row++, month);
  }
  putNotes(sheet, row + 1, HEADINGS.length, [
    '計画は、年度の目標を12か月に等しく分けたものです。始まっていない月の実績は空欄です。今月は、作成した日までの人数です。',
  ]);
}

function putMonth(sheet: ExcelJS.Worksheet, row: number, { month, planned, actual, active }: BurnUpMonth): void {
  putText(sheet, row, 1, japaneseDate(`${month}-01`).replace(/1日$/, ''), { indent: 1 });
  putTenth(sheet, row, 2, planned);
  if (actual === null) putText(sheet, row, 3, '');
  else putCount(sheet, [row, 3], actual);
  if (actual === null) putText(sheet, row, 4, '');
  else putTenth(sheet, row, 4, actual - planned);
  if (active === null) putText(sheet, row, 5, '');
  else putCount(sheet, [row, 5], active);
  fitRow(sheet, row, []);
}

function putTenth(sheet: ExcelJS.Worksheet, row: number, column: number, value: number): void {
  putNumber(sheet, row, column, Number(formatDecimal(value, 1)), { format: 'tenth' });
}
