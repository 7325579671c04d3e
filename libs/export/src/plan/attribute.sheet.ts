import type { GroupProgress } from '#survey-model';
import type ExcelJS from 'exceljs';
import { putCount, putPerHundred } from '../figure-cells.js';
import { fitRow, putNotes, putText } from '../sheet-cells.js';
import { asOf, beginTable, planPage, putAbsent, putGroup } from './plan-page.js';
import type { TrainingPlanReport } from './plan-report.js';

const HEADINGS = ['区分', '職位・年齢層', '対象職員', '今年度の修了者', '在職の修了者', '100人当たり'];

/** 属性別: whom the programmes have reached, by position and age band. */
export function addAttributeSheet(workbook: ExcelJS.Workbook, report: TrainingPlanReport): void {
  const sheet = planPage(workbook, report, { name: '属性別', widths: [16, 34, 18, 18, 18, 18] });
  let row = beginTable(
    sheet,
    '職位別・年齢層別の修了者',
    `今在職している職員について(${asOf(report.generatedOn)})`,
    HEADINGS,
  );
  for (const { programme, detail } of report.programmes) {
    putGroup(sheet, row, HEADINGS.length, programme.name);
    row += 1;
    if (!detail) row = putAbsent(sheet, row, HEADINGS.length, '職位別・年齢層別の実績');
    else {
      for (const group of detail.positions) putRow(sheet, row++, '職位', group);
      for (const group of detail.ageBands) putRow(sheet, row++, '年齢層', group);
    }
  }
  putNotes(sheet, row + 1, HEADINGS.length, ['「不明」は、名簿にその項目がない職員です。']);
}

function putRow(sheet: ExcelJS.Worksheet, row: number, kind: string, group: GroupProgress): void {
  const label = group.label || group.key || '不明';
  putText(sheet, row, 1, kind, { indent: 1 });
  putText(sheet, row, 2, label);
  putCount(sheet, [row, 3], group.headcount);
  putCount(sheet, [row, 4], group.thisYear);
  putCount(sheet, [row, 5], group.active);
  putPerHundred(sheet, [row, 6], group.active, group.headcount);
  fitRow(sheet, row, [[label, 34]]);
}
