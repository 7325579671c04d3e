import { newWorkbook, writeWorkbook } from '../workbook-file.js';
import { addAttributeSheet } from './attribute.sheet.js';
import { addBurnUpSheet } from './burn-up.sheet.js';
import { addDensitySheet } from './density.sheet.js';
import { addDepartmentTargetSheet } from './department-target.sheet.js';
import { addForecastSheet } from './forecast.sheet.js';
import { addPlanSheet } from './plan.sheet.js';
import { PLAN_TITLE } from './plan-page.js';
import type { TrainingPlanReport } from './plan-report.js';

/**
 * The training plan as an xlsx file: DX推進研修計画 (as published, with actuals), 組織別目標, 月別, 属性別, 課別密度, 見通し. A sheet whose
 * figures have not been computed yet says so. Equal input gives equal bytes.
 */
export async function buildTrainingPlanWorkbook(report: TrainingPlanReport): Promise<Buffer> {
  const { organisation, generatedOn } = report;
  const workbook = await newWorkbook({ title: PLAN_TITLE, company: organisation, date: generatedOn });
  addPlanSheet(workbook, report);
  addDepartmentTargetSheet(workbook, report);
  addBurnUpSheet(workbook, report);
  addAttributeSheet(workbook, report);
  addDensitySheet(workbook, report);
  addForecastSheet(workbook, report);
  return writeWorkbook(workbook);
}
