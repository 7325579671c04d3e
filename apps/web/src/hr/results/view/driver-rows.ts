import type { Questionnaire } from '#survey-model';
import type { Drivers } from '../../../api-client/types.js';
import { numberedItems, type NumberedItem } from './item-list.js';

export interface DriverRow {
  readonly item: NumberedItem;
  /** Of the outcome's variance, percent to one decimal. */
  readonly percent: string;
  readonly correlation: string;
  /** Of the longest bar, percent. */
  readonly width: number;
}

/** The items that go with an outcome, the strongest association first. */
export function driverRows(questionnaire: Questionnaire, { shares }: Drivers): DriverRow[] {
  const items = new Map(numberedItems(questionnaire).map((item) => [item.code, item]));
  const longest = Math.max(0, ...shares.map(({ percent }) => Number(percent)));
  return shares
    .flatMap(({ item, percent, correlation }): DriverRow[] => {
      const known = items.get(item);
      const width = longest > 0 ? (Number(percent) / longest) * 100 : 0;
      return known ? [{ item: known, percent, correlation, width }] : [];
    })
    .sort((a, b) => Number(b.percent) - Number(a.percent) || a.item.number - b.item.number);
}
