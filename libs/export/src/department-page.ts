import type ExcelJS from 'exceljs';
import type { DepartmentView } from './department-view.js';
import { addPage, type PageLook } from './sheet-page.js';

/** A table of this many items still prints legibly on one page. */
const ONE_PAGE_ITEMS = 16;

export function fitsOnePage({ release }: DepartmentView): boolean {
  return release.questionnaire.scoring.items.length <= ONE_PAGE_ITEMS;
}

/** A page of a department's workbook, with that department's running header and footer. */
export function pageFor(
  workbook: ExcelJS.Workbook,
  view: DepartmentView,
  look: Pick<PageLook, 'name' | 'orientation' | 'widths' | 'onePage'>,
): ExcelJS.Worksheet {
  return addPage(workbook, {
    ...look,
    header: [view.release.title, view.path.join(' › ')],
    footer: view.release.organisation,
    date: view.generatedOn,
  });
}
