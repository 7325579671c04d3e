import type { Questionnaire } from '#survey-model';
import type { CellScore, WeightedMeans } from '../../../api-client/types.js';
import { itemsByCategory } from './item-list.js';
import { shownDifference } from './signed-text.js';

/** 単純集計 beside 補正後. */
export interface WeightedRow {
  readonly kind: 'overall' | 'category' | 'item';
  readonly code: string;
  readonly name: string;
  readonly number: number | null;
  readonly plain: string | null;
  readonly weighted: string | null;
  /** Corrected minus plain, of the shown figures, with its sign. */
  readonly difference: string | null;
}

export function weightedRows(questionnaire: Questionnaire, whole: CellScore, means: WeightedMeans): WeightedRow[] {
  const row = (
    about: Pick<WeightedRow, 'kind' | 'code' | 'name' | 'number'>,
    plain: string | null | undefined,
    weighted: string | null | undefined,
  ): WeightedRow => {
    const both = { plain: plain ?? null, weighted: weighted ?? null };
    return { ...about, ...both, difference: shownDifference(both.weighted, both.plain) };
  };
  const meanOf = (list: WeightedMeans['items'], code: string) => list.find((one) => one.code === code)?.mean;
  return [
    row({ kind: 'overall', code: '', name: '', number: null }, whole.overall, means.overall),
    ...itemsByCategory(questionnaire).flatMap(({ category, items }) => [
      ...(category
        ? [
            row(
              { kind: 'category', code: category.key, name: category.name, number: null },
              whole.categories.find((one) => one.category === category.key)?.mean,
              meanOf(means.categories, category.key),
            ),
          ]
        : []),
      ...items.map(({ code, text, number }) =>
        row(
          { kind: 'item', code, name: text, number },
          whole.items.find(({ item }) => item === code)?.mean,
          meanOf(means.items, code),
        ),
      ),
    ]),
  ];
}
