import { fiscalYearLabel, formatDecimal, type ForecastYear, type ProgrammeForecast } from '#survey-model';
import type ExcelJS from 'exceljs';
import { putCount } from '../figure-cells.js';
import { fitRow, putAcross, putNotes, putNumber, putText, widthAcross } from '../sheet-cells.js';
import { basisText, extremeProbability, FORECAST_NOTES, SCENARIO_LABEL, seatsText } from './forecast-text.js';
import { beginTable, planPage, putAbsent, putGroup } from './plan-page.js';
import type { TrainingPlanReport } from './plan-report.js';

const HEADINGS = [
  ...['年度', '累計目標', '達成する\n確率', '累計修了者\n少なめ', '累計修了者\n中央', '累計修了者\n多め'],
  ...['うち在職\n少なめ', 'うち在職\n中央', 'うち在職\n多め'],
];

/** 見通し: how likely each year's target is, in both scenarios, and what it would take; worded as the estimate it is. */
export function addForecastSheet(workbook: ExcelJS.Workbook, report: TrainingPlanReport): void {
  const sheet = planPage(workbook, report, { name: '見通し', widths: [24, ...HEADINGS.slice(1).map(() => 14)] });
  let row = beginTable(sheet, '目標達成の見通し(推計)', '各年度末の累計修了者数の推計と、累計目標に届く確率', HEADINGS);
  for (const { programme, forecast } of report.programmes) {
    if (!forecast) {
      putGroup(sheet, row, HEADINGS.length, programme.name);
      row = putAbsent(sheet, row + 1, HEADINGS.length, '見通し');
    } else row = putForecast(sheet, row, programme.name, forecast);
  }
  putNotes(sheet, row + 1, HEADINGS.length, FORECAST_NOTES);
}

/** @returns the next free row */
function putForecast(sheet: ExcelJS.Worksheet, from: number, name: string, forecast: ProgrammeForecast): number {
  let row = from;
  for (const scenario of forecast.scenarios) {
    putGroup(sheet, row, HEADINGS.length, `${name}: ${SCENARIO_LABEL[scenario.scenario]}`);
    row += 1;
    for (const year of scenario.years) putYear(sheet, row++, year);
    row = putSentence(sheet, row, seatsText(scenario));
  }
  return putSentence(sheet, row, basisText(forecast));
}

function putYear(sheet: ExcelJS.Worksheet, row: number, year: ForecastYear): void {
  putText(sheet, row, 1, `${fiscalYearLabel(year.fiscalYear)}末`, { indent: 1 });
  putCount(sheet, [row, 2], year.cumulativeTarget);
  const extreme = extremeProbability(year.probability);
  if (extreme) putText(sheet, row, 3, extreme, { bold: true, align: 'right', indent: 1 });
  else putNumber(sheet, row, 3, Number(formatDecimal(year.probability, 2)), { format: 'share', bold: true });
  const figures = [year.p10, year.p50, year.p90, year.activeP10, year.activeP50, year.activeP90];
  figures.forEach((figure, index) => putCount(sheet, [row, index + 4], figure));
  fitRow(sheet, row, []);
}

function putSentence(sheet: ExcelJS.Worksheet, row: number, text: string): number {
  putAcross(sheet, row, [1, HEADINGS.length], text, { tone: 'muted' });
  fitRow(sheet, row, [[text, widthAcross(sheet, [1, HEADINGS.length])]]);
  return row + 1;
}
