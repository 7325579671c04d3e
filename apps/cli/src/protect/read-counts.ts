import { DomainError, WITHHELD, type LineError } from '#survey-model';
import type { Table, TableRow } from '#tabular';
import { BLANK_LABEL } from '../score/score-json.js';
import type { CountColumns } from './count-columns.js';

/** Errors kept for showing; beyond that they are only counted. */
const MAX_ERRORS = 1000;

/** People who stand in the same place of every attribute. */
export interface CountedGroup {
  /** One value an attribute, in the order of the columns. */
  readonly values: readonly string[];
  n: number;
}

export interface ReadCounts {
  readonly groups: readonly CountedGroup[];
  readonly people: number;
}

/**
 * Counts the people of a file in one pass. Memory depends on the number of different groups, not on the number of rows.
 * A blank value is a value of its own, as in `nobinobi score`. Rows that stand for nobody are passed over.
 * @throws DomainError "bad-counts" with every wrong row (up to 1,000)
 */
export async function readCounts(table: Table, { attributes, weights }: CountColumns): Promise<ReadCounts> {
  const groups = new Map<string, CountedGroup>();
  const errors: LineError[] = [];
  let [people, wrong] = [0, 0];
  for await (const row of table.rows) {
    const n = row.cells.length > table.headers.length ? strayText(row, table) : countOf(row, weights);
    if (typeof n !== 'number') {
      wrong += 1;
      if (errors.length < MAX_ERRORS) errors.push(n);
    } else if (n > 0) {
      const values = attributes.map(({ column }) => valueOf(row.cells[column]));
      const name = JSON.stringify(values);
      const group = groups.get(name);
      if (group) group.n += n;
      else groups.set(name, { values, n });
      people += n;
    }
  }
  if (wrong > 0) throw badCounts(errors, wrong, table.fileName ?? '');
  if (!Number.isSafeInteger(people)) throw tooMany(table.fileName ?? '');
  return { groups: [...groups.values()], people };
}

function valueOf(text: string | undefined): string {
  return text === undefined || text === '' || text === BLANK_LABEL ? WITHHELD : text;
}

/** Whole numbers in any width, also "1,234" and "12.0" as spreadsheets write them. */
function countOf({ line, cells }: TableRow, weights: CountColumns['weights']): number | LineError {
  if (!weights) return 1;
  const given = cells[weights.column] ?? '';
  const text = given.normalize('NFKC').replace(/\s/g, '');
  const count = /^\+?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0*)?$/.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  if (Number.isSafeInteger(count)) return count;
  const shown = given.length > 20 ? `${given.slice(0, 20)}…` : given;
  return {
    line,
    column: weights.header,
    ja: `${given === '' ? '空欄' : `「${shown}」`}は 0 以上の整数ではありません。人数を入れてください(だれもいなければ 0)。`,
    en: `${given === '' ? 'A blank' : `"${shown}"`} is not a whole number from 0 on. Enter how many people (0 for nobody).`,
  };
}

/** Nearly always a comma in a name: the columns after it are off by one. */
function strayText({ line }: TableRow, { headers }: Table): LineError {
  return {
    line,
    column: headers.at(-1) ?? '',
    ja: '見出しより右に値があります。コンマを含む値は " で囲んでください。',
    en: 'There is text to the right of the last header. Quote values that hold a comma.',
  };
}

function badCounts(errors: readonly LineError[], count: number, file: string): DomainError {
  return new DomainError(
    'invalid',
    'bad-counts',
    `${file} に誤りが ${count} 行あります。直してから、もう一度実行してください。何も書き出していません。`,
    `${count} rows of ${file} are wrong. Mend them and try again. Nothing was written.`,
    { file },
    errors,
  );
}

function tooMany(file: string): DomainError {
  return new DomainError(
    'invalid',
    'too-many-people',
    `${file} の人数の合計が大きすぎます。--weights の列が人数か、確かめてください。`,
    `The people of ${file} add up to too large a number. Check that the column of --weights holds counts.`,
    { file },
  );
}
