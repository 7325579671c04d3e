import type { LineError } from '#survey-model';
import { headerKey, type ColumnDefinition, type ColumnMapping } from './column-definition.js';

export interface SuggestedMapping<Mapping> {
  readonly mapping: Mapping;
  /** Required fields for which no column was found, as errors of the header line. */
  readonly errors: readonly LineError[];
  /** Headers that nothing is read from. */
  readonly unused: readonly string[];
}

/**
 * Finds the column of each field. A remembered header wins where the file has it; then the field's own name, label or synonym; then the
 * same with what stands in brackets left out, so that 「氏名(漢字)」 is found. No column serves two fields.
 */
export function mapColumns<Field extends string>(
  definitions: readonly ColumnDefinition<Field>[],
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): ColumnMapping<Field> {
  const mapping: Partial<Record<Field, string>> = {};
  const free = new Set(headers.filter((header) => header !== ''));
  const take = (field: Field, header: string | undefined): void => {
    if (header === undefined || mapping[field] !== undefined || !free.delete(header)) return;
    mapping[field] = header;
  };
  for (const { field } of definitions) take(field, remembered[field]);
  for (const keyOf of [
    headerKey,
    (header: string) => headerKey(header.normalize('NFKC').replace(/[([【].*?[)\]】]/g, '')),
  ]) {
    for (const { field, label, synonyms } of definitions) {
      const names = new Set([field, label, ...synonyms].map(headerKey));
      take(
        field,
        [...free].find((header) => names.has(keyOf(header))),
      );
    }
  }
  return mapping;
}

/** Required fields without a column, and columns the file does not have, as errors of the header line. */
export function mappingErrors<Field extends string>(
  definitions: readonly ColumnDefinition<Field>[],
  headers: readonly string[],
  mapping: ColumnMapping<Field>,
  headerLine = 1,
): LineError[] {
  const errors: LineError[] = [];
  for (const { field, label, required } of definitions) {
    const header = mapping[field];
    if (header !== undefined && !headers.includes(header)) {
      errors.push({
        line: headerLine,
        column: header,
        ja: `「${label}」に対応させた列「${header}」がファイルにありません。`,
        en: `The column "${header}" chosen for ${field} is not in the file.`,
      });
    } else if (header === undefined && required) errors.push(missingColumn(headerLine, label, field));
  }
  return errors;
}

export function missingColumn(line: number, label: string, field: string): LineError {
  return {
    line,
    column: label,
    ja: `「${label}」の列が見つかりません。見出しを直すか、列の対応を選んでください。`,
    en: `There is no column for ${field}. Rename the header or choose the column.`,
  };
}

export function unusedHeaders(headers: readonly string[], mapping: Readonly<Record<string, string>>): string[] {
  const used = new Set(Object.values(mapping));
  return headers.filter((header) => header !== '' && !used.has(header));
}
