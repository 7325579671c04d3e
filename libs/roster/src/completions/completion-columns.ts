import type { ColumnDefinition, ColumnMapping } from '../columns/column-definition.js';
import {
  mapColumns,
  mappingErrors,
  missingColumn,
  unusedHeaders,
  type SuggestedMapping,
} from '../columns/map-columns.js';
import type { LineError } from '#survey-model';

export type CompletionField = 'staffNumber' | 'programme' | 'course' | 'completedOn' | 'mark';
export type CompletionMapping = ColumnMapping<CompletionField>;

/** Columns of a list of completions (研修の修了者一覧). Of programme and course one is needed; a line may have both. */
export const COMPLETION_COLUMNS: readonly ColumnDefinition<CompletionField>[] = [
  {
    field: 'staffNumber',
    label: '職員番号',
    required: true,
    synonyms: [
      '社員番号',
      '職員コード',
      '職員No',
      '職員ID',
      'staff number',
      'staff no',
      'employee number',
      'employee id',
    ],
  },
  {
    field: 'programme',
    label: '研修',
    required: false,
    synonyms: ['プログラム', '研修名', '研修体系', '研修コード', '研修区分', 'program', 'programme key', 'training'],
  },
  {
    field: 'course',
    label: '講座',
    required: false,
    synonyms: ['講座名', '講座コード', '講座キー', 'コース', 'コース名', 'course key', 'course name'],
  },
  {
    field: 'completedOn',
    label: '修了日',
    required: true,
    synonyms: ['修了年月日', '完了日', '受講日', '受講完了日', '研修修了日', 'completion date', 'completed', 'date'],
  },
  {
    field: 'mark',
    label: '点数',
    required: false,
    synonyms: ['成績', '得点', '評点', 'テスト点数', 'score'],
  },
];

/** As `suggestMapping`, for completions. */
export function suggestCompletionMapping(
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): SuggestedMapping<CompletionMapping> {
  const mapping = mapColumns(COMPLETION_COLUMNS, headers, remembered);
  return { mapping, errors: completionMappingErrors(headers, mapping), unused: unusedHeaders(headers, mapping) };
}

/** As `mappingErrors`; without a programme and without a course there is nothing to have completed. */
export function completionMappingErrors(
  headers: readonly string[],
  mapping: CompletionMapping,
  headerLine = 1,
): LineError[] {
  const errors = mappingErrors(COMPLETION_COLUMNS, headers, mapping, headerLine);
  if (mapping.programme !== undefined || mapping.course !== undefined) return errors;
  return [...errors, missingColumn(headerLine, '研修', 'programme')];
}
