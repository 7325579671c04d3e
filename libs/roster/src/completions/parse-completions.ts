import type { Completion, LineError, Programme } from '#survey-model';
import type { ColumnDefinition, ColumnMapping } from '../columns/column-definition.js';
import { listedErrors } from '../columns/line-errors.js';
import { mapColumns, mappingErrors, unusedHeaders, type SuggestedMapping } from '../columns/map-columns.js';
import { ColumnReader, quoted, type RowCells } from '../columns/row-cells.js';
import type { SourceTable } from '../columns/source-table.js';
import { readDate } from '../values/calendar-date.js';

export type CompletionField = 'staffNumber' | 'programme' | 'completedOn';
export type CompletionMapping = ColumnMapping<CompletionField>;

/** Columns of a list of completions (研修の修了者一覧). */
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
    required: true,
    synonyms: [
      'プログラム',
      '研修名',
      '研修体系',
      '研修コード',
      '研修区分',
      '講座',
      'program',
      'programme key',
      'training',
      'course',
    ],
  },
  {
    field: 'completedOn',
    label: '修了日',
    required: true,
    synonyms: ['修了年月日', '完了日', '受講日', '受講完了日', '研修修了日', 'completion date', 'completed', 'date'],
  },
];

export interface ParseCompletionsOptions {
  readonly mapping?: CompletionMapping;
  readonly programmes: readonly Programme[];
  /** "YYYY-MM-DD" in Japan: later completions are wrong. */
  readonly today: string;
  /** Staff numbers of the roster, those who have left included; left out, any is taken. */
  readonly knownStaff?: ReadonlySet<string>;
}

export interface ParsedCompletions {
  readonly rows: readonly { readonly line: number; readonly completion: Completion }[];
  readonly errors: readonly LineError[];
  readonly errorCount: number;
  /** Lines that say again what an earlier one says; they are left out of `rows` and are no errors. */
  readonly notes: readonly LineError[];
  readonly mapping: CompletionMapping;
}

/** As `suggestMapping`, for completions. */
export function suggestCompletionMapping(
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): SuggestedMapping<CompletionMapping> {
  const mapping = mapColumns(COMPLETION_COLUMNS, headers, remembered);
  return {
    mapping,
    errors: mappingErrors(COMPLETION_COLUMNS, headers, mapping),
    unused: unusedHeaders(headers, mapping),
  };
}

/**
 * Reads who finished which programme (by key or name) on which day. All errors are reported at once.
 * @throws DomainError when the file itself cannot be read.
 */
export async function parseCompletions(
  table: SourceTable,
  options: ParseCompletionsOptions,
): Promise<ParsedCompletions> {
  const mapping = options.mapping ?? suggestCompletionMapping(table.headers).mapping;
  const errors = mappingErrors(COMPLETION_COLUMNS, table.headers, mapping, table.headerLine);
  const rows: { line: number; completion: Completion }[] = [];
  const notes: LineError[] = [];
  if (errors.length > 0) return { rows, errors, errorCount: errors.length, notes, mapping };
  const reader = new ColumnReader<CompletionField>(COMPLETION_COLUMNS, table.headers, mapping);
  const programmeKeys = programmeIndex(options.programmes);
  const firstLines = new Map<string, number>();
  for await (const row of table.rows) {
    const cells = reader.row(row);
    const completion = readCompletion(cells, programmeKeys, options);
    for (const error of cells.errors) errors.push(error);
    if (cells.errors.length > 0) continue;
    const same = `${completion.staffNumber} ${completion.completedOn} ${completion.programmeKey}`;
    const earlier = firstLines.get(same);
    if (earlier === undefined) {
      firstLines.set(same, row.line);
      rows.push({ line: row.line, completion });
    } else notes.push(repeated(row.line, earlier, mapping.staffNumber ?? ''));
  }
  return { rows, errors: listedErrors(errors), errorCount: errors.length, notes, mapping };
}

function readCompletion(
  cells: RowCells<CompletionField>,
  programmeKeys: ReadonlyMap<string, string>,
  options: ParseCompletionsOptions,
): Completion {
  const staffNumber = cells.code('staffNumber');
  if (staffNumber === '') cells.fail('staffNumber', '職員番号がありません。', 'The staff number is missing.');
  else if (options.knownStaff?.has(staffNumber) === false) {
    cells.fail(
      'staffNumber',
      `職員番号「${quoted(staffNumber)}」は名簿にありません。`,
      `The staff number "${quoted(staffNumber)}" is not in the roster.`,
    );
  }
  const text = cells.text('programme');
  const programmeKey = programmeKeys.get(programmeName(text)) ?? '';
  if (programmeKey === '') {
    const names = options.programmes.map(({ name }) => name).join('、');
    cells.fail(
      'programme',
      `研修「${quoted(text)}」が分かりません。使えるのは ${names} です。`,
      `Unknown programme "${quoted(text)}". Known: ${names}.`,
    );
  }
  return { staffNumber, programmeKey, completedOn: readCompletedOn(cells, options.today) };
}

function readCompletedOn(cells: RowCells<CompletionField>, today: string): string {
  const text = cells.text('completedOn');
  const read = readDate(text);
  if (text === '') cells.fail('completedOn', '修了日がありません。', 'The completion date is missing.');
  else if ('problem' in read) {
    if (read.problem === 'impossible')
      cells.fail(
        'completedOn',
        `「${quoted(text)}」という日はありません。`,
        `There is no such day as "${quoted(text)}".`,
      );
    else
      cells.fail(
        'completedOn',
        `日付「${quoted(text)}」を読めません。2026-05-01、2026/5/1、R8.5.1 のように書いてください。`,
        `Cannot read the date "${quoted(text)}". Write it as 2026-05-01, 2026/5/1 or R8.5.1.`,
      );
  } else if (read.date > today)
    cells.fail(
      'completedOn',
      `修了日 ${read.date} が未来の日付です。`,
      `The completion date ${read.date} is in the future.`,
    );
  return 'date' in read ? read.date : '';
}

function programmeIndex(programmes: readonly Programme[]): Map<string, string> {
  return new Map(programmes.flatMap(({ key, name }) => [key, name].map((each) => [programmeName(each), key] as const)));
}

function programmeName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function repeated(line: number, earlier: number, column: string): LineError {
  return {
    line,
    column,
    ja: `${earlier} 行目と同じ内容です。一度だけ数えます。`,
    en: `The same as line ${earlier}; counted once.`,
  };
}
