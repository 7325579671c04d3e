import { addChoiceSheet } from './choice.sheet.js';
import { addCoverSheet } from './cover.sheet.js';
import type { DepartmentReport } from './department-report.js';
import { departmentView } from './department-view.js';
import { addDistributionSheet } from './distribution.sheet.js';
import { addHistorySheet } from './history.sheet.js';
import { addMethodsSheet } from './methods.sheet.js';
import { addOverviewSheet } from './overview.sheet.js';
import { addPositionSheet } from './position.sheet.js';
import { addTrainingSheet } from './training.sheet.js';
import { newWorkbook, writeWorkbook } from './workbook-file.js';

/**
 * One department's report as an xlsx file: 表紙, 概要, (経年,) 分布, (選択設問,) 職位別, DX研修, 方法と秘匿の説明.
 *
 * A department whose scores are hidden, or in which nobody answered, gets the same sheets with the reason and the whole organisation's
 * figures only. Equal input gives equal bytes.
 * @throws DomainError not-found when the release has no such department.
 */
export async function buildDepartmentWorkbook(report: DepartmentReport): Promise<Buffer> {
  const view = departmentView(report);
  const { title, organisation } = report.release;
  const workbook = await newWorkbook({
    title: `${title} ${view.path.join(' ')}`,
    company: organisation,
    date: report.generatedOn,
  });
  addCoverSheet(workbook, view);
  addOverviewSheet(workbook, view);
  addHistorySheet(workbook, view);
  addDistributionSheet(workbook, view);
  addChoiceSheet(workbook, view);
  addPositionSheet(workbook, view);
  addTrainingSheet(workbook, view);
  addMethodsSheet(workbook, view);
  return writeWorkbook(workbook);
}
