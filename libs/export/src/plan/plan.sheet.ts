import { fiscalYearLabel, fiscalYearOf, fiscalYearShort, rational, type Programme } from '#survey-model';
import type ExcelJS from 'exceljs';
import { putCount, putNone, putShare } from '../figure-cells.js';
import { fitRow, putAcross, putHeadings, putNotes, putNumber, putText, putTitle, widthAcross } from '../sheet-cells.js';
import { freezeHeader } from '../sheet-page.js';
import { asOf, planPage, PLAN_TITLE, putAbsent, putGroup } from './plan-page.js';
import type { PlanProgramme, TrainingPlanReport } from './plan-report.js';

const COUNTING = {
  'once-in-plan': '一人を計画期間に1回だけ数える',
  'once-a-fiscal-year': '一人を年度に1回だけ数える、延べ人数',
} as const;

/** DX推進研修計画: the table as the city has published it, and below it the same years with what was reached. */
export function addPlanSheet(workbook: ExcelJS.Workbook, report: TrainingPlanReport): void {
  const years = [...new Set(report.programmes.flatMap(({ programme }) => programme.years.map((y) => y.fiscalYear)))];
  years.sort((a, b) => a - b);
  const columns = years.length + 2;
  const onePage = report.programmes.length <= 4;
  const sheet = planPage(workbook, report, { name: PLAN_TITLE, widths: [30, ...years.map(() => 13), 14], onePage });
  putTitle(sheet, columns, PLAN_TITLE, `計画と、${asOf(report.generatedOn)}の実績`);
  const headings = ['対象者', ...years.map(fiscalYearShort), '累計'];
  putHeadings(sheet, 3, headings);
  freezeHeader(sheet, [3, 3], 1);
  let row = 4;
  for (const { programme } of report.programmes) row = putPublished(sheet, row, programme, years);
  const heading = '計画と実績';
  putAcross(sheet, row + 1, [1, columns], heading, { bare: true, bold: true, size: 12, tone: 'title' });
  fitRow(sheet, row + 1, [], 20);
  putHeadings(sheet, row + 2, headings);
  row += 3;
  for (const each of report.programmes) row = putStanding(sheet, row, { ...each, years, report });
  putNotes(sheet, row + 1, columns, [
    `始まっていない年度の実績は空欄です。${fiscalYearLabel(fiscalYearOf(report.generatedOn))}は年度の途中(${asOf(report.generatedOn)})です。`,
    '「うち在職」は、修了者のうち今も在職している人数です。退職・転出した人も「実績」の累計には残ります。',
  ]);
}

/** 対象者 and 育成方法(例), to the cell as published. @returns the next free row */
function putPublished(sheet: ExcelJS.Worksheet, row: number, programme: Programme, years: readonly number[]): number {
  const last = years.length + 2;
  const targets = new Map(programme.years.map(({ fiscalYear, target }) => [fiscalYear, target]));
  putText(sheet, row, 1, programme.name, { bold: true });
  years.forEach((year, index) => {
    const target = targets.get(year);
    if (target === undefined) putText(sheet, row, index + 2, '');
    else putNumber(sheet, row, index + 2, target, { format: 'whole' });
  });
  const total = programme.years.reduce((sum, { target }) => sum + target, 0);
  putNumber(sheet, row, last, total, { format: 'whole', bold: true });
  fitRow(sheet, row, [[programme.name, 30]]);
  const methods = methodsText(programme);
  putText(sheet, row + 1, 1, '育成方法(例)');
  putAcross(sheet, row + 1, [2, last], methods);
  fitRow(sheet, row + 1, [[methods, widthAcross(sheet, [2, last])]]);
  return row + 2;
}

/** ・eラーニング【階層別研修対象者、希望者】 ・集合研修【管理職】 */
function methodsText({ methods }: Programme): string {
  const audienceOf = (audience: readonly string[] = []): string =>
    audience.length > 0 ? `【${audience.join('、')}】` : '';
  return methods.map(({ method, audience }) => `・${method}${audienceOf(audience)}`).join(' ');
}

interface Standing extends PlanProgramme {
  readonly years: readonly number[];
  readonly report: TrainingPlanReport;
}

/** 計画, 実績, 達成率 and うち在職 of one programme. @returns the next free row */
function putStanding(sheet: ExcelJS.Worksheet, row: number, standing: Standing): number {
  const { programme, progress, years, report } = standing;
  const columns = years.length + 2;
  putGroup(sheet, row, columns, `${programme.name}(${COUNTING[programme.counting]})`);
  if (!progress) return putAbsent(sheet, row + 1, columns, '実績');
  ['計画', '実績', '達成率', 'うち在職'].forEach((label, index) => {
    putText(sheet, row + 1 + index, 1, label, { indent: 1 });
    fitRow(sheet, row + 1 + index, []);
  });
  const present = fiscalYearOf(report.generatedOn);
  years.forEach((year, index) => {
    const reached = progress.years.find(({ fiscalYear }) => fiscalYear === year);
    const begun = reached && year <= present ? reached.actual : null;
    putColumn(sheet, [row + 1, index + 2], reached?.target ?? null, begun);
    putText(sheet, row + 4, index + 2, '');
  });
  putColumn(sheet, [row + 1, columns], progress.total, progress.cumulative, true);
  putCount(sheet, [row + 4, columns], progress.active, { bold: true });
  return row + 5;
}

function putColumn(
  sheet: ExcelJS.Worksheet,
  [row, column]: readonly [number, number],
  target: number | null,
  actual: number | null,
  bold = false,
): void {
  if (target === null) putText(sheet, row, column, '');
  else putCount(sheet, [row, column], target, { bold });
  if (actual === null) {
    putText(sheet, row + 1, column, '');
    putText(sheet, row + 2, column, '');
  } else {
    putCount(sheet, [row + 1, column], actual, { bold });
    if (target === null || target === 0) putNone(sheet, [row + 2, column]);
    else putShare(sheet, [row + 2, column], rational(actual, target), { bold });
  }
}
