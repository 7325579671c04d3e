export { departmentPath, topDepartment } from './department-path.js';
export type {
  DepartmentReport,
  DepartmentTrainingReport,
  ProgrammeTrainingReport,
  TrainingYearRow,
} from './department-report.js';
export { buildDepartmentWorkbook } from './department-workbook.js';
export { departmentFileName, uniqueFileNames } from './file-name.js';
export { buildAccessCodeWorkbook, buildErrorWorkbook, type AccessCodeRow, type ListOptions } from './list-workbook.js';
export { figureOf, scoreLines, type ScoreLine } from './score-figure.js';
export { departmentTraining } from './training-report.js';
export { zipFiles, type ZipEntry } from './zip-files.js';
