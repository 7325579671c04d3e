import { TallyBook } from '#scoring';
import { CrossProducts } from '#statistics';
import { DomainError, scoredItems, WITHHELD, type LineError, type Questionnaire, type Scale } from '#survey-model';
import type { Table, TableRow } from '#tabular';
import type { AnswerColumns } from './answer-columns.js';

/** Errors kept for showing; beyond that they are only counted. */
const MAX_ERRORS = 1000;

export interface ReadAnswers {
  readonly book: TallyBook;
  /** Of the scored items, over the rows without a blank among them. */
  readonly products: CrossProducts;
  /** Values found for each attribute, in order of first appearance. */
  readonly values: readonly (readonly string[])[];
  readonly rows: number;
}

export interface ReadOptions {
  readonly questionnaire: Questionnaire;
  /** Texts that mean "not answered" beside a blank cell. */
  readonly missing: ReadonlySet<string>;
  /** Leave wrong rows out instead of refusing the file. */
  readonly acceptValid: boolean;
}

/**
 * Counts a file of answers, one row a person, in one pass.
 * @throws DomainError "bad-answers" with every wrong cell (up to 1,000) unless valid rows are to be taken
 */
export async function readAnswers(table: Table, columns: AnswerColumns, options: ReadOptions): Promise<ReadAnswers> {
  const scales = new Map(scoredItems(options.questionnaire).map(({ code, scale }) => [code, scale]));
  const book = new TallyBook(
    options.questionnaire,
    columns.by.map(({ name }) => ({ key: name, values: null })),
  );
  const scored = options.questionnaire.scoring.items;
  const products = new CrossProducts(scored.length);
  const values = columns.by.map(() => new Set<string>());
  const errors: LineError[] = [];
  let [rows, wrong] = [0, 0];
  for await (const row of table.rows) {
    const answers: Record<string, number | null> = {};
    const before = wrong;
    for (const { code, header, column } of columns.items) {
      const answer = readAnswer(row, column, scales.get(code), options.missing);
      if (typeof answer !== 'string') answers[code] = answer;
      else {
        wrong += 1;
        if (errors.length < MAX_ERRORS) errors.push(lineError(row.line, header, answer, scales.get(code)));
      }
    }
    if (wrong > before) continue;
    const attributes = Object.fromEntries(columns.by.map(({ name, column }) => [name, row.cells[column] || WITHHELD]));
    columns.by.forEach(({ name }, at) => values[at]?.add(attributes[name] ?? WITHHELD));
    book.add({ attributes, answers });
    products.add(scored.map((code) => answers[code] ?? null));
    rows += 1;
  }
  if (wrong > 0 && !options.acceptValid) throw badAnswers(errors, wrong, table.fileName);
  return { book, products, values: values.map((set) => [...set]), rows };
}

/** The option, null for a blank, or the text of a cell that is neither. */
function readAnswer(
  row: TableRow,
  column: number,
  scale: Scale | undefined,
  missing: ReadonlySet<string>,
): number | null | string {
  const text = (row.cells[column] ?? '').normalize('NFKC').trim();
  if (text === '' || missing.has(text)) return null;
  if (!scale || !/^[+-]?\d+(?:\.0*)?$/.test(text)) return text;
  const value = Number(text);
  return value >= scale.min && value <= scale.max ? value : text;
}

function lineError(line: number, column: string, text: string, scale: Scale | undefined): LineError {
  const range = scale ? `${scale.min}〜${scale.max}` : '';
  const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text;
  return {
    line,
    column,
    ja: `「${shown}」は ${range} の整数でも空欄でもありません。`,
    en: `"${shown}" is neither a whole number from ${range.replace('〜', ' to ')} nor blank.`,
  };
}

function badAnswers(errors: readonly LineError[], count: number, file: string | undefined): DomainError {
  return new DomainError(
    'invalid',
    'bad-answers',
    `回答に誤りが ${count} か所あります。直すか、正しい行だけを使う --accept-valid を付けてください。何も書き出していません。`,
    `${count} cells are wrong. Mend them, or use --accept-valid to take the valid rows only. Nothing was written.`,
    file === undefined ? {} : { file },
    errors,
  );
}
