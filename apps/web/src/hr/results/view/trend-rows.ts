import type { Questionnaire } from '#survey-model';
import type { CellScore, Difference, EarlierCell } from '../../../api-client/types.js';
import { itemsByCategory } from './item-list.js';

/** One figure of a cell over all surveys. */
export interface TrendRow {
  readonly kind: 'overall' | 'category' | 'item';
  /** "" for the overall score. */
  readonly code: string;
  /** "" for the overall score. */
  readonly name: string;
  /** Items only. */
  readonly number: number | null;
  /** The oldest first, the current survey last; null where there is no figure. */
  readonly means: readonly (string | null)[];
  readonly change: Difference | undefined;
}

/** The api gives earlier surveys the newest first; tables and charts run from old to new. */
export function oldestFirst<T>(newestFirst: readonly T[]): T[] {
  return [...newestFirst].reverse();
}

/** The overall score, then each category with its items, in the questionnaire's order. */
export function trendRows(questionnaire: Questionnaire, cell: CellScore): TrendRow[] {
  const earlier = oldestFirst(cell.earlier);
  const overall: TrendRow = {
    kind: 'overall',
    code: '',
    name: '',
    number: null,
    means: [...earlier.map((each) => each.overall), cell.overall],
    change: cell.overallNotes.previous,
  };
  const groups = itemsByCategory(questionnaire).flatMap(({ category, items }) => [
    ...(category ? [categoryRow(category, cell, earlier)] : []),
    ...items.map(({ code, number, text }): TrendRow => {
      const now = cell.items.find(({ item }) => item === code);
      const before = earlier.map(({ items: means }) => means.find((each) => each.code === code)?.mean ?? null);
      return { kind: 'item', code, name: text, number, means: [...before, now?.mean ?? null], change: now?.previous };
    }),
  ]);
  return [overall, ...groups];
}

function categoryRow(
  { key, name }: { readonly key: string; readonly name: string },
  cell: CellScore,
  earlier: readonly EarlierCell[],
): TrendRow {
  const now = cell.categories.find(({ category }) => category === key);
  const before = earlier.map(({ categories }) => categories.find(({ code }) => code === key)?.mean ?? null);
  return {
    kind: 'category',
    code: key,
    name,
    number: null,
    means: [...before, now?.mean ?? null],
    change: now?.previous,
  };
}
