import type { ShownMean } from '#survey-model';
import type { CellScore, Results } from '../../../api-client/types.js';
import { numberedItems } from './item-list.js';
import { meanOfItems, shownItem } from './shown-item.js';

type Frame = Pick<Results, 'questionnaire' | 'detailMinGroup'>;

/** An item's mean in a cell; null where it is not shown. */
export function itemMean(results: Frame, cell: CellScore | null, code: string): ShownMean | null {
  const item = numberedItems(results.questionnaire).find((one) => one.code === code);
  const score = cell?.items.find((one) => one.item === code);
  return item && score ? shownItem(score, item.question.scale, results.detailMinGroup) : null;
}

/** The overall score as exactly as its items may be known: the plain mean of the items' means. */
export function overallMean(results: Frame, cell: CellScore | null): ShownMean | null {
  return meanOfItems(results.questionnaire.scoring.items.map((code) => itemMean(results, cell, code)));
}

/** A category's mean as exactly as its items may be known; null where one of them is not shown. */
export function categoryMean(results: Frame, cell: CellScore | null, key: string): ShownMean | null {
  const category = results.questionnaire.scoring.categories.find((one) => one.key === key);
  return meanOfItems((category?.items ?? []).map((code) => itemMean(results, cell, code)));
}
