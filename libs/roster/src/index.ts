export { type ColumnDefinition, type ColumnMapping } from './columns/column-definition.js';
export { LISTED_ERRORS } from './columns/line-errors.js';
export type { SourceTable } from './columns/source-table.js';
export type { SuggestedMapping } from './columns/map-columns.js';
export {
  COMPLETION_COLUMNS,
  suggestCompletionMapping,
  type CompletionField,
  type CompletionMapping,
} from './completions/completion-columns.js';
export type { KnownCourse } from './completions/completion-subjects.js';
export {
  parseCompletions,
  type MarkedCourseCompletion,
  type ParseCompletionsOptions,
  type ParsedCompletions,
} from './completions/parse-completions.js';
export { departmentPathText, splitDepartmentPath } from './departments/department-path.js';
export {
  DEPARTMENT_COLUMNS,
  parseDepartments,
  type DepartmentField,
  type ParsedDepartments,
} from './departments/parse-departments.js';
export {
  diffRoster,
  type ChangedPerson,
  type DepartmentDifference,
  type MovedPerson,
  type NextRoster,
  type RosterDifference,
} from './diff/diff-roster.js';
export { fieldChanges, type ComparedField, type FieldDifference } from './diff/field-changes.js';
export { departmentLineage, type LineageParts } from './lineage/department-lineage.js';
export type { KnownDepartment } from './lineage/destinations.js';
export { parseRoster, type ParsedRoster, type ParseRosterOptions } from './staff/parse-roster.js';
export { ROSTER_COLUMNS, ROSTER_FIELDS, type RosterField, type RosterMapping } from './staff/roster-columns.js';
export { suggestMapping } from './staff/roster-mapping.js';
export { writeDepartmentsCsv, writeRosterCsv } from './staff/write-roster-csv.js';
export {
  parseSuccessions,
  SUCCESSION_COLUMNS,
  suggestSuccessionMapping,
  type ParsedSuccessions,
  type ParseSuccessionsOptions,
  type SuccessionField,
  type SuccessionMapping,
} from './successions/parse-successions.js';
export { readDate, type ReadDate } from './values/calendar-date.js';
