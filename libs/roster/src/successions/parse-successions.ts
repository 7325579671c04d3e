import type { DepartmentSuccession, LineError } from '#survey-model';
import type { ColumnDefinition, ColumnMapping } from '../columns/column-definition.js';
import { listedErrors } from '../columns/line-errors.js';
import { mapColumns, mappingErrors, unusedHeaders, type SuggestedMapping } from '../columns/map-columns.js';
import { ColumnReader, quoted, type RowCells } from '../columns/row-cells.js';
import type { SourceTable } from '../columns/source-table.js';
import { wayBack } from './way-back.js';

export type SuccessionField = 'oldCode' | 'newCode';
export type SuccessionMapping = ColumnMapping<SuccessionField>;

const SYNONYMS = (when: readonly string[], english: readonly string[]): string[] => [
  ...when.flatMap((word) => ['所属コード', '組織コード', '部署コード', '所属CD', 'コード'].map((name) => word + name)),
  ...english.flatMap((word) => [`${word} code`, `${word} department code`, `${word} department`]),
];

/** Columns of a list of successions (組織の引継ぎ). Names may stand beside the codes and are not read. */
export const SUCCESSION_COLUMNS: readonly ColumnDefinition<SuccessionField>[] = [
  {
    field: 'oldCode',
    label: '旧組織コード',
    required: true,
    synonyms: SYNONYMS(['旧', '変更前', '改組前'], ['old', 'previous']),
  },
  {
    field: 'newCode',
    label: '新組織コード',
    required: true,
    synonyms: SYNONYMS(['新', '変更後', '改組後'], ['new', 'next']),
  },
];

export interface ParseSuccessionsOptions {
  readonly mapping?: SuccessionMapping;
  /** Every department there ever was. */
  readonly everCodes: ReadonlySet<string>;
  /** Departments that exist now. */
  readonly currentCodes: ReadonlySet<string>;
  /** Successions on record. Those of the old codes that the file names will give way to the file's. */
  readonly known: readonly DepartmentSuccession[];
}

export interface ParsedSuccessions {
  readonly rows: readonly { readonly line: number; readonly succession: DepartmentSuccession }[];
  /** Rows of the file, wrong ones included. */
  readonly rowCount: number;
  readonly errors: readonly LineError[];
  readonly errorCount: number;
  readonly mapping: SuccessionMapping;
}

/** As `suggestMapping`, for successions. */
export function suggestSuccessionMapping(
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): SuggestedMapping<SuccessionMapping> {
  const mapping = mapColumns(SUCCESSION_COLUMNS, headers, remembered);
  return {
    mapping,
    errors: mappingErrors(SUCCESSION_COLUMNS, headers, mapping),
    unused: unusedHeaders(headers, mapping),
  };
}

/**
 * Reads which unit took over which, one pair a line. All errors are reported at once.
 * @throws DomainError when the file itself cannot be read.
 */
export async function parseSuccessions(
  table: SourceTable,
  options: ParseSuccessionsOptions,
): Promise<ParsedSuccessions> {
  const mapping = options.mapping ?? suggestSuccessionMapping(table.headers).mapping;
  const errors = mappingErrors(SUCCESSION_COLUMNS, table.headers, mapping, table.headerLine);
  if (errors.length > 0) return { rows: [], rowCount: 0, errors, errorCount: errors.length, mapping };
  const reader = new ColumnReader<SuccessionField>(SUCCESSION_COLUMNS, table.headers, mapping);
  const read: { cells: RowCells<SuccessionField>; succession: DepartmentSuccession }[] = [];
  const firstLines = new Map<string, number>();
  for await (const row of table.rows) {
    const cells = reader.row(row);
    read.push({ cells, succession: readSuccession(cells, options, firstLines) });
  }
  refuseCircles(read, options.known);
  for (const { cells } of read) errors.push(...cells.errors);
  return {
    rows: read.flatMap(({ cells, succession }) => (cells.errors.length > 0 ? [] : [{ line: cells.line, succession }])),
    rowCount: read.length,
    errors: listedErrors(errors),
    errorCount: errors.length,
    mapping,
  };
}

function readSuccession(
  cells: RowCells<SuccessionField>,
  { everCodes, currentCodes }: ParseSuccessionsOptions,
  firstLines: Map<string, number>,
): DepartmentSuccession {
  const [oldCode, newCode] = [cells.code('oldCode'), cells.code('newCode')];
  if (oldCode === '') {
    cells.fail(
      'oldCode',
      '旧組織コードがありません。前の組織のコードを入れてください。',
      'The old department code is missing. Give the code of the unit that was.',
    );
  } else if (!everCodes.has(oldCode)) {
    cells.fail(
      'oldCode',
      `旧組織コード「${quoted(oldCode)}」の組織は、これまでの名簿にありません。コードを確かめてください。`,
      `No roster ever had the department "${quoted(oldCode)}". Check the code.`,
    );
  }
  if (newCode === '') {
    cells.fail(
      'newCode',
      '新組織コードがありません。引き継ぐ組織がない(廃止)ときは、その行を書かないでください。',
      'The new department code is missing. Leave the line out when nothing takes the unit over.',
    );
  } else if (!currentCodes.has(newCode)) {
    cells.fail(
      'newCode',
      `新組織コード「${quoted(newCode)}」の組織は、今の名簿にありません。先に新しい名簿を取り込むか、コードを確かめてください。`,
      `Today's roster has no department "${quoted(newCode)}". Import the new roster first, or check the code.`,
    );
  }
  if (oldCode !== '' && newCode !== '') refusePair(cells, { oldCode, newCode }, firstLines);
  return { oldCode, newCode };
}

/** The same code on both sides, or a pair that an earlier line has. */
function refusePair(
  cells: RowCells<SuccessionField>,
  { oldCode, newCode }: DepartmentSuccession,
  firstLines: Map<string, number>,
): void {
  if (oldCode === newCode) {
    cells.fail(
      'newCode',
      `旧組織コードと新組織コードが同じ「${quoted(oldCode)}」です。コードが変わらない組織の行は要りません。削ってください。`,
      `Old and new code are both "${quoted(oldCode)}". A unit that keeps its code needs no line: delete it.`,
    );
  }
  const pair = JSON.stringify([oldCode, newCode]);
  const earlier = firstLines.get(pair);
  if (earlier === undefined) firstLines.set(pair, cells.line);
  else {
    cells.fail(
      'oldCode',
      `${earlier} 行目と同じ内容です。どちらかの行を削ってください。`,
      `The same as line ${earlier}. Delete one of the two.`,
    );
  }
}

/** Lines whose new unit leads back to the old one, by the file and by what is on record beside it. */
function refuseCircles(
  read: readonly { readonly cells: RowCells<SuccessionField>; readonly succession: DepartmentSuccession }[],
  known: readonly DepartmentSuccession[],
): void {
  const pairs = read.map(({ succession }) => succession).filter(({ oldCode, newCode }) => oldCode !== newCode);
  const named = new Set(pairs.map(({ oldCode }) => oldCode));
  const findWayBack = wayBack([...known.filter(({ oldCode }) => !named.has(oldCode)), ...pairs]);
  for (const { cells, succession } of read) {
    const way = succession.oldCode === succession.newCode ? null : findWayBack(succession);
    if (way === null) continue;
    const text = quoted(way.join('→'));
    cells.fail(
      'newCode',
      `引継ぎをたどると元の組織に戻ります(${text})。誤った行を削るか、新しい組織に新しいコードを付けてください。`,
      `The successions lead back to where they began (${text}). Delete the wrong line, or give the new unit a new code.`,
    );
  }
}
