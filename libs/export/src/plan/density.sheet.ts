import type { SectionDensity } from '#survey-model';
import type ExcelJS from 'exceljs';
import { putCount, putPerHundred } from '../figure-cells.js';
import { fitRow, putNotes, putText } from '../sheet-cells.js';
import { asOf, beginTable, departmentNames, planPage, putAbsent, putGroup } from './plan-page.js';
import type { TrainingPlanReport } from './plan-report.js';
import { isWithoutAnybody, sortedByDensity } from './section-density.js';

const HEADINGS = ['課', '印', '対象職員', '在職の修了者', '100人当たり'];

/** 課別密度: how thickly each section is staffed with trained people; those without anybody first and marked. */
export function addDensitySheet(workbook: ExcelJS.Workbook, report: TrainingPlanReport): void {
  const sheet = planPage(workbook, report, { name: '課別密度', widths: [56, 14, 18, 18, 18] });
  const subtitle = `修了者がいない課から順に並べています(${asOf(report.generatedOn)})`;
  let row = beginTable(sheet, '課別の修了者の密度', subtitle, HEADINGS);
  const nameOf = departmentNames(report);
  for (const { programme, detail } of report.programmes) {
    const without = detail?.sections.filter(isWithoutAnybody).length ?? 0;
    const count = detail ? `(${detail.sections.length}課のうち、修了者がいない課 ${without})` : '';
    putGroup(sheet, row, HEADINGS.length, `${programme.name}${count}`);
    row += 1;
    if (!detail) row = putAbsent(sheet, row, HEADINGS.length, '課別の実績');
    else
      for (const section of sortedByDensity(detail.sections))
        putSection(sheet, row++, nameOf(section.departmentCode), section);
  }
  putNotes(sheet, row + 1, HEADINGS.length, [
    '「▲ なし」は、対象職員がいるのに在職の修了者が一人もいない課です。「—」は、対象職員がいない課です。',
  ]);
}

function putSection(sheet: ExcelJS.Worksheet, row: number, name: string, section: SectionDensity): void {
  const look = isWithoutAnybody(section) ? ({ tone: 'low', bold: true } as const) : {};
  putText(sheet, row, 1, name, { ...look, indent: 1 });
  putText(sheet, row, 2, isWithoutAnybody(section) ? '▲ なし' : '', { ...look, align: 'center' });
  putCount(sheet, [row, 3], section.headcount, look);
  putCount(sheet, [row, 4], section.active, look);
  putPerHundred(sheet, [row, 5], section.active, section.headcount, look);
  fitRow(sheet, row, [[name, 54]]);
}
