import {
  exactMean,
  formatShown,
  meanOfShown,
  rational,
  rationalFromDecimal,
  shownMean,
  subtractShown,
  type Scale,
  type ShownMean,
} from '#survey-model';
import type { ItemScore } from '../../../api-client/types.js';
import { readMean } from './mean-text.js';

/**
 * An item's mean as exactly as it may be known, so that differences round like those of the workbooks: from the distribution where
 * it is shown; below that n is small, and the mean to two decimals times n is the sum, a whole number.
 */
export function shownItem(item: ItemScore, scale: Scale, detailMinGroup: number): ShownMean | null {
  if (item.counts) {
    const sum = item.counts.reduce((total, count, index) => total + count * (scale.min + index), 0);
    const n = item.counts.reduce((total, count) => total + count, 0);
    return n > 0 ? shownMean({ n, sum }, scale, detailMinGroup) : null;
  }
  const mean = readMean(item.mean);
  if (mean === null) return null;
  const limit = rationalFromDecimal(mean.low);
  if (mean.kind === 'at-least') return { kind: 'at-least', low: limit, high: rational(scale.max) };
  if (mean.kind === 'at-most') return { kind: 'at-most', low: rational(scale.min), high: limit };
  return item.n < 100 ? exactMean(rational(Math.round(mean.low * item.n), item.n)) : exactMean(limit);
}

/** The plain mean of several shown means; null when one of them is missing. */
export function meanOfItems(means: readonly (ShownMean | null)[]): ShownMean | null {
  const known = means.flatMap((mean) => (mean ? [mean] : []));
  return known.length === means.length && known.length > 0 ? meanOfShown(known) : null;
}

/** 「+0.12」, 「−0.05」, 「±0.00」, or the range that is known; null when one side is missing. */
export function differenceText(own: ShownMean | null, whole: ShownMean | null): string | null {
  if (own === null || whole === null) return null;
  const text = formatShown(subtractShown(own, whole), 2);
  if (/^0\.0+$/.test(text)) return `±${text}`;
  return text.replace(/(^|〜)(-?)(?=\d)/g, (_, before: string, minus: string) => `${before}${minus ? '−' : '+'}`);
}
