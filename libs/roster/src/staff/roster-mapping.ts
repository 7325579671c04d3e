import type { LineError } from '#survey-model';
import {
  mapColumns,
  mappingErrors,
  missingColumn,
  unusedHeaders,
  type SuggestedMapping,
} from '../columns/map-columns.js';
import { ROSTER_COLUMNS, type RosterMapping } from './roster-columns.js';

/**
 * Proposes which column of a roster holds what.
 * @param remembered a mapping that was used before; its columns are taken where the file has them.
 */
export function suggestMapping(
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): SuggestedMapping<RosterMapping> {
  const mapping = mapColumns(ROSTER_COLUMNS, headers, remembered);
  return { mapping, errors: rosterMappingErrors(headers, mapping), unused: unusedHeaders(headers, mapping) };
}

/** Besides the single required columns: names of departments in one column or by level, and the position or the grade. */
export function rosterMappingErrors(
  headers: readonly string[],
  mapping: RosterMapping,
  { headerLine = 1, departmentsGiven = false }: { headerLine?: number; departmentsGiven?: boolean } = {},
): LineError[] {
  const errors = mappingErrors(ROSTER_COLUMNS, headers, mapping, headerLine);
  const named = [mapping.departmentPath, mapping.bureauName, mapping.sectionName, mapping.teamName].some(
    (each) => each !== undefined,
  );
  if (!named && !departmentsGiven) errors.push(missingColumn(headerLine, '所属名', 'the department name'));
  if (mapping.position === undefined && mapping.grade === undefined)
    errors.push(missingColumn(headerLine, '職位', 'the position'));
  return errors;
}
