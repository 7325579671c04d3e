import type { Completion, CourseCompletion, LineError, Programme } from '#survey-model';
import { listedErrors } from '../columns/line-errors.js';
import { ColumnReader } from '../columns/row-cells.js';
import type { SourceTable } from '../columns/source-table.js';
import {
  COMPLETION_COLUMNS,
  completionMappingErrors,
  suggestCompletionMapping,
  type CompletionField,
  type CompletionMapping,
} from './completion-columns.js';
import { CompletionSubjects, type KnownCourse } from './completion-subjects.js';
import { MergedCompletions } from './merged-completions.js';
import { readCompletion } from './read-completion.js';

export interface ParseCompletionsOptions {
  readonly mapping?: CompletionMapping;
  readonly programmes: readonly Programme[];
  /** Left out, the file can name programmes only. */
  readonly courses?: readonly KnownCourse[];
  /** "YYYY-MM-DD" in Japan: later completions are wrong. */
  readonly today: string;
  /** Staff numbers of the roster, those who have left included; left out, any is taken. */
  readonly knownStaff?: ReadonlySet<string>;
}

export interface MarkedCourseCompletion extends CourseCompletion {
  /** 0 to 100; null where the file has none. */
  readonly mark: number | null;
}

export interface ParsedCompletions {
  /** Lines without a course: the programme itself was completed. */
  readonly rows: readonly { readonly line: number; readonly completion: Completion }[];
  readonly courseRows: readonly { readonly line: number; readonly completion: MarkedCourseCompletion }[];
  /** Lines that are right, those that say again what an earlier one says included. */
  readonly validRows: number;
  readonly errors: readonly LineError[];
  readonly errorCount: number;
  /** What is no error: lines that repeat an earlier one and are counted once, and marks without a course, which are dropped. */
  readonly notes: readonly LineError[];
  readonly mapping: CompletionMapping;
}

/**
 * Reads who finished which programme or course (by key or name) on which day. All errors are reported at once.
 * @throws DomainError when the file itself cannot be read.
 */
export async function parseCompletions(
  table: SourceTable,
  options: ParseCompletionsOptions,
): Promise<ParsedCompletions> {
  const mapping = options.mapping ?? suggestCompletionMapping(table.headers).mapping;
  const errors = completionMappingErrors(table.headers, mapping, table.headerLine);
  const merged = new MergedCompletions(mapping);
  const parsed = (): ParsedCompletions => ({
    ...merged.rows(),
    errors: listedErrors(errors),
    errorCount: errors.length,
    mapping,
  });
  if (errors.length > 0) return parsed();
  const reader = new ColumnReader<CompletionField>(COMPLETION_COLUMNS, table.headers, mapping);
  const context = {
    ...options,
    subjects: new CompletionSubjects(options.programmes, options.courses ?? []),
    hasProgrammes: mapping.programme !== undefined,
  };
  for await (const row of table.rows) {
    const cells = reader.row(row);
    const completion = readCompletion(cells, context);
    if (cells.errors.length === 0) merged.add(completion, cells);
    for (const error of cells.errors) errors.push(error);
  }
  return parsed();
}
