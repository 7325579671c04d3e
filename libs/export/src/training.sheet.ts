import { fiscalYearLabel } from '#survey-model';
import type ExcelJS from 'exceljs';
import { pageFor } from './department-page.js';
import type { ProgrammeTrainingReport, TrainingYearRow } from './department-report.js';
import type { DepartmentView } from './department-view.js';
import { NONE, putCount } from './figure-cells.js';
import { fitRow, putAcross, putHeadings, putNotes, putNotice, putText, putTitle } from './sheet-cells.js';
import { putSections, putThisYear } from './training-department.js';

const WIDTHS = [26, 14, 14, 14, 14, 14] as const;

const COUNTING_NOTE = {
  'once-in-plan': '計画期間を通じて一人を1回だけ数えます。',
  'once-a-fiscal-year': '同じ年度に何回修了しても一人を1回と数えます(延べ人数)。',
} as const;

/** DX研修: plan and progress of each programme, for the top-level department and the whole organisation. */
export function addTrainingSheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const sheet = pageFor(workbook, view, { name: 'DX研修', orientation: 'portrait', widths: WIDTHS });
  const { training } = view;
  putTitle(sheet, WIDTHS.length, 'DX研修', `${training?.departmentName ?? view.top.name} と全庁の計画と実績`);
  if (!training || training.programmes.length === 0) {
    return putNotice(sheet, 3, WIDTHS.length, 'この資料には、研修の計画と実績は含まれていません。');
  }
  let row = 4;
  for (const programme of training.programmes) row = putProgramme(sheet, row, programme, training.departmentName) + 1;
  const level = view.isTop
    ? ''
    : `研修の目標は部の単位で割り振るため、${training.departmentName}全体の人数を示しています。`;
  putNotes(sheet, row, WIDTHS.length, [
    `${level}「${NONE}」は、その年度の目標がまだ割り振られていないことを示します。`,
  ]);
}

function putProgramme(
  sheet: ExcelJS.Worksheet,
  from: number,
  programme: ProgrammeTrainingReport,
  department: string,
): number {
  const title = `${programme.name}(計画全体の目標 ${programme.total.toLocaleString('ja-JP')}人)`;
  putAcross(sheet, from, [1, WIDTHS.length], title, { bare: true, bold: true, size: 12, tone: 'title' });
  fitRow(sheet, from, [[title, 80]], 20);
  putHeadings(sheet, from + 1, [
    '年度',
    `${department}\n目標`,
    `${department}\n実績`,
    '全庁\n目標',
    '全庁\n実績',
    '全庁\n累計',
  ]);
  let row = from + 2;
  for (const year of programme.years) putYear(sheet, row++, year);
  putTotals(sheet, row, programme, department);
  row = putNotes(sheet, row + 2, WIDTHS.length, [COUNTING_NOTE[programme.counting]]);
  if (programme.thisYear) row = putThisYear(sheet, row + 1, programme.thisYear, department);
  return programme.sections.length > 0 ? putSections(sheet, row + 1, programme.sections) : row;
}

function putYear(sheet: ExcelJS.Worksheet, row: number, year: TrainingYearRow): void {
  const { department, organisation } = year;
  putText(sheet, row, 1, fiscalYearLabel(year.fiscalYear), {});
  const figures = [
    department?.target,
    department?.actual,
    organisation.target,
    organisation.actual,
    organisation.cumulative,
  ];
  figures.forEach((figure, index) => {
    if (figure === undefined) putText(sheet, row, index + 2, NONE, { align: 'center', tone: 'muted' });
    else putCount(sheet, [row, index + 2], figure);
  });
  fitRow(sheet, row, []);
}

function putTotals(
  sheet: ExcelJS.Worksheet,
  row: number,
  programme: ProgrammeTrainingReport,
  department: string,
): void {
  const look = { tone: 'group', bold: true } as const;
  const { cumulative, remaining, total } = programme;
  const totals = [
    [`累計(${department})`, cumulative.department],
    [`全庁の目標${total.toLocaleString('ja-JP')}人までの残り`, remaining],
  ] as const;
  totals.forEach(([label, figure], index) => {
    putAcross(sheet, row + index, [1, WIDTHS.length - 1], label, look);
    if (figure === null) putText(sheet, row + index, WIDTHS.length, NONE, { ...look, align: 'center' });
    else putCount(sheet, [row + index, WIDTHS.length], figure, look);
    fitRow(sheet, row + index, [[label, 80]]);
  });
}
