export { departmentPath, topDepartment } from './department-path.js';
export type {
  DepartmentReport,
  DepartmentTrainingReport,
  ProgrammeTrainingReport,
  TrainingYearRow,
} from './department-report.js';
export { buildDepartmentWorkbook } from './department-workbook.js';
export { departmentFileName, documentFileName, uniqueFileNames } from './file-name.js';
export { buildAccessCodeWorkbook, buildErrorWorkbook, type AccessCodeRow, type ListOptions } from './list-workbook.js';
export { departmentTraining, type SectionSource } from './training-report.js';
export { figureOf, scoreLines, type ScoreLine } from './score-figure.js';
export { zipFiles, type ZipEntry } from './zip-files.js';
export { buildAttendanceSheet, type AttendanceReport, type SessionFacts } from './pdf/attendance-sheet.js';
export type { AttendanceLine } from './pdf/attendance-table.js';
export { buildCertificate, certificateNumber, type CertificateReport } from './pdf/certificate.js';
export type { PdfFile } from './pdf/pdf-draft.js';
export { buildCompletionList, type CompletionLine, type CompletionListReport } from './completion-list.js';
export type { PlanDepartment, PlanProgramme, TrainingPlanReport } from './plan/plan-report.js';
export { buildTrainingPlanWorkbook } from './plan/plan-workbook.js';
