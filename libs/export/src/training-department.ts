import { fiscalYearLabel } from '#survey-model';
import type ExcelJS from 'exceljs';
import type { ProgrammeTrainingReport, TrainingSectionRow } from './department-report.js';
import { putCount, putPerHundred } from './figure-cells.js';
import { fitRow, putAcross, putHeadings, putNotes, putText } from './sheet-cells.js';

const COLUMNS = 6;

/** What the department owes this fiscal year, and of what that is made. @returns the next free row */
export function putThisYear(
  sheet: ExcelJS.Worksheet,
  row: number,
  target: NonNullable<ProgrammeTrainingReport['thisYear']>,
  department: string,
): number {
  const headings = [`${department}の\n今年度`, '目標', 'うち\n取り戻し分', '実績', '残り', '在職の\n修了者'];
  putHeadings(sheet, row, headings);
  const year = fiscalYearLabel(target.fiscalYear);
  putText(sheet, row + 1, 1, target.locked ? `${year}(固定)` : year);
  const { catchUp, actual, active } = target;
  const figures = [target.target, catchUp, actual, Math.max(0, target.target - actual), active];
  figures.forEach((figure, index) => putCount(sheet, [row + 1, index + 2], figure));
  fitRow(sheet, row + 1, []);
  return putNotes(sheet, row + 2, COLUMNS, [
    target.locked ? '「固定」は、人事課が個別に定めた目標です。' : null,
    catchUp === 0
      ? null
      : '「取り戻し分」は、前年度までの遅れを取り戻すために加えた人数です。マイナスは、先に進んでいるために減らした人数です。',
  ]);
}

/** 課別: how many of a hundred, and where nobody is yet. @returns the next free row */
export function putSections(sheet: ExcelJS.Worksheet, from: number, sections: readonly TrainingSectionRow[]): number {
  putHeadings(sheet, from, ['課', '', '印', '対象職員', '在職の\n修了者', '100人\n当たり']);
  sheet.mergeCells(from, 1, from, 2);
  let row = from + 1;
  for (const { name, headcount, active } of sections) {
    const without = headcount > 0 && active === 0;
    const look = without ? ({ tone: 'low', bold: true } as const) : {};
    putAcross(sheet, row, [1, 2], name, look);
    putText(sheet, row, 3, without ? '▲ なし' : '', { ...look, align: 'center' });
    putCount(sheet, [row, 4], headcount, look);
    putCount(sheet, [row, 5], active, look);
    putPerHundred(sheet, [row, 6], active, headcount, look);
    fitRow(sheet, row, [[name, 40]]);
    row += 1;
  }
  return putNotes(sheet, row, COLUMNS, ['「▲ なし」は、対象職員がいるのに在職の修了者が一人もいない課です。']);
}
