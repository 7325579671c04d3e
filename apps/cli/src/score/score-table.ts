import { protect } from '#disclosure';
import { wholeStatistics } from '#statistics';
import {
  DETAIL_MIN_GROUP,
  type Questionnaire,
  type ReleasedScore,
  type Scale,
  type TableSpec,
  type WholeStatistics,
} from '#survey-model';
import type { Table } from '#tabular';
import { findColumns, plainQuestionnaire } from './answer-columns.js';
import { readAnswers } from './read-answers.js';

export interface ScoreOptions {
  readonly by: readonly string[];
  /** null: the item columns are q1 … qN on `scale`. */
  readonly questionnaire: Questionnaire | null;
  readonly scale: Scale;
  readonly missing: ReadonlySet<string>;
  readonly minGroup: number;
  readonly acceptValid: boolean;
  /** Further tables beside each attribute of `by` alone; decided together with them. */
  readonly crossed: readonly (readonly string[])[];
}

export interface ScoredFile {
  readonly questionnaire: Questionnaire;
  readonly by: readonly string[];
  /** Values of each attribute, in order of appearance. */
  readonly values: readonly (readonly string[])[];
  readonly rows: number;
  readonly scores: readonly ReleasedScore[];
  /** Unweighted: a file of answers says nothing of those who did not answer. */
  readonly whole: WholeStatistics | null;
}

/** File of answers -> protected scores: columns, counts, cells, disclosure. The same libraries as the tally. */
export async function scoreTable(table: Table, options: ScoreOptions): Promise<ScoredFile> {
  const columns = findColumns(table.headers, options.by, options.questionnaire);
  const questionnaire = options.questionnaire ?? plainQuestionnaire(columns.items, options.scale);
  const { book, products, values, rows } = await readAnswers(table, columns, { ...options, questionnaire });
  const tables: TableSpec[] = [...options.by.map((name) => [name]), ...options.crossed].map((attributes) => ({
    attributes,
  }));
  const detailMinGroup = Math.max(DETAIL_MIN_GROUP, options.minGroup);
  const scored = book.finish(tables);
  const { scores } = await protect(scored, { minGroup: options.minGroup, detailMinGroup });
  const { innerGroups } = scored;
  const roster = { attributes: [], population: [] };
  const whole = wholeStatistics({ questionnaire, innerGroups, products, least: detailMinGroup, ...roster });
  return { questionnaire, by: options.by, values, rows, scores, whole };
}
