import { fiscalYearLabel, type DepartmentTarget, type ProgrammeProgress } from '#survey-model';
import type ExcelJS from 'exceljs';
import { NONE, putCount, putNone, putPerHundred } from '../figure-cells.js';
import { fitRow, putNotes, putText } from '../sheet-cells.js';
import { asOf, beginTable, departmentNames, planPage, putAbsent, putGroup } from './plan-page.js';
import type { TrainingPlanReport } from './plan-report.js';

const HEADINGS = [
  ...['組織', '対象職員', '今年度の\n目標', 'うち\n取り戻し分', '人事課が\n固定'],
  ...['今年度の\n実績', '今年度の\n残り', '計画期間の\n累計', 'うち在職', '100人\n当たり'],
];

/** 組織別目標: each department's share of this year's target, what it rests on, and what is left. */
export function addDepartmentTargetSheet(workbook: ExcelJS.Workbook, report: TrainingPlanReport): void {
  const widths = [36, ...HEADINGS.slice(1).map(() => 12)];
  const sheet = planPage(workbook, report, { name: '組織別目標', widths });
  let row = beginTable(sheet, '組織別の目標と実績', `部ごとの今年度の目標(${asOf(report.generatedOn)})`, HEADINGS);
  const nameOf = departmentNames(report);
  for (const { programme, progress } of report.programmes) {
    const year = progress ? `(${fiscalYearLabel(progress.targetYear)})` : '';
    putGroup(sheet, row, HEADINGS.length, `${programme.name}${year}`);
    if (!progress) {
      row = putAbsent(sheet, row + 1, HEADINGS.length, '組織別の目標');
      continue;
    }
    row += 1;
    for (const target of progress.departments) putTarget(sheet, row++, nameOf(target.departmentCode), target);
    row = putTotal(sheet, row, progress);
  }
  putNotes(sheet, row + 1, HEADINGS.length, [
    '「うち取り戻し分」は、前年度までの遅れを取り戻すために上乗せした人数です。マイナスは、計画より先に進んでいるために減らした人数です。',
    '「100人当たり」は、在職の修了者が対象職員100人のうち何人に当たるかを示します。',
    ...report.programmes.map(({ programme, progress }) =>
      progress && progress.unallocated > 0
        ? `${programme.name}: ${progress.unallocated.toLocaleString('ja-JP')}人は、どの部にも割り振れませんでした(対象職員数の上限か、固定した目標のためです)。`
        : null,
    ),
  ]);
}

function putTarget(sheet: ExcelJS.Worksheet, row: number, name: string, target: DepartmentTarget): void {
  putText(sheet, row, 1, name, { indent: 1 });
  const { headcount, catchUp, actual, cumulative, active } = target;
  putCount(sheet, [row, 2], headcount);
  putCount(sheet, [row, 3], target.target, { bold: true });
  putCount(sheet, [row, 4], catchUp);
  if (target.locked) putText(sheet, row, 5, '固定', { align: 'center' });
  else putNone(sheet, [row, 5], { tone: 'muted' });
  const left = Math.max(0, target.target - actual);
  [actual, left, cumulative, active].forEach((figure, index) => putCount(sheet, [row, index + 6], figure));
  putPerHundred(sheet, [row, 10], active, headcount);
  fitRow(sheet, row, [[name, 34]]);
}

/** @returns the next free row */
function putTotal(sheet: ExcelJS.Worksheet, row: number, { departments }: ProgrammeProgress): number {
  const sum = (pick: (target: DepartmentTarget) => number): number =>
    departments.reduce((total, each) => total + pick(each), 0);
  const look = { bold: true, tone: 'group' } as const;
  putText(sheet, row, 1, '合計', { ...look, indent: 1 });
  const sums: readonly (number | null)[] = [
    ...[sum((each) => each.headcount), sum((each) => each.target), sum((each) => each.catchUp), null],
    ...[sum((each) => each.actual), sum((each) => Math.max(0, each.target - each.actual))],
    ...[sum((each) => each.cumulative), sum((each) => each.active)],
  ];
  sums.forEach((figure, index) => {
    if (figure === null) putText(sheet, row, index + 2, NONE, { ...look, align: 'center' });
    else putCount(sheet, [row, index + 2], figure, look);
  });
  putPerHundred(
    sheet,
    [row, 10],
    sum((each) => each.active),
    sum((each) => each.headcount),
  );
  fitRow(sheet, row, []);
  return row + 1;
}
