import type { ImportKind } from '../../api-client/imports.js';

export const ROSTER_FIELDS = [
  'staffNumber',
  'name',
  'kana',
  'departmentCode',
  'departmentPath',
  'departmentCodePath',
  'parentDepartmentCode',
  'bureauName',
  'sectionName',
  'teamName',
  'position',
  'grade',
  'jobType',
  'employmentType',
  'birthDate',
  'age',
  'hireDate',
  'status',
  'concurrentPosts',
  'isHead',
  'email',
] as const;
export const COMPLETION_FIELDS = ['staffNumber', 'programme', 'course', 'completedOn', 'mark'] as const;
export const SUCCESSION_FIELDS = ['oldCode', 'newCode'] as const;

export type ImportField = (typeof ROSTER_FIELDS | typeof COMPLETION_FIELDS | typeof SUCCESSION_FIELDS)[number];

/** What each kind of file may hold, in the order of the page. The names are those of the api's column mapping. */
export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  roster: ROSTER_FIELDS,
  completions: COMPLETION_FIELDS,
  successions: SUCCESSION_FIELDS,
};

const REQUIRED: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  roster: ['staffNumber', 'name', 'departmentCode'],
  // And one of programme and course.
  completions: ['staffNumber', 'completedOn'],
  successions: SUCCESSION_FIELDS,
};

export const isRequired = (kind: ImportKind, field: ImportField): boolean => REQUIRED[kind].includes(field);
