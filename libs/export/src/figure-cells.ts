import {
  formatDecimal,
  formatShown,
  rational,
  roundHalfUp,
  type Difference,
  type Rational,
  type ShownMean,
} from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { putNumber, putText } from './sheet-cells.js';

export const HIDDEN = '秘匿';
export const NONE = '—';
export const NOT_COMPARABLE = '比較不可';
export const UNCLEAR = '明確な差なし';

export type Place = readonly [row: number, column: number];

/** A mean as a number to two decimals, as 「4.80以上」 where only a range may be shown, or 「秘匿」. */
export function putMean(sheet: ExcelJS.Worksheet, [row, column]: Place, mean: ShownMean | null, look: Look = {}): void {
  if (!mean) return putHidden(sheet, [row, column]);
  if (mean.kind === 'exact')
    return putNumber(sheet, row, column, roundHalfUp(mean.low, 2), { format: 'mean', ...look });
  putText(sheet, row, column, formatShown(mean, 2), { ...look, format: 'text', align: 'right' });
}

/** A difference of means with its sign. */
export function putDifference(
  sheet: ExcelJS.Worksheet,
  [row, column]: Place,
  difference: ShownMean | null,
  look: Look = {},
): void {
  if (!difference) return putText(sheet, row, column, NONE, { ...look, align: 'center' });
  if (difference.kind === 'exact') {
    return putNumber(sheet, row, column, roundHalfUp(difference.low, 2), { ...look, format: 'difference' });
  }
  const text = formatShown(difference, 2);
  putText(sheet, row, column, /^(?:-|0\.00)/.test(text) ? text : `+${text}`, { ...look, align: 'right' });
}

/** A share as a percentage to one decimal: 0.3116 is stored as 0.312. */
export function putShare(sheet: ExcelJS.Worksheet, [row, column]: Place, share: Rational, look: Look = {}): void {
  putNumber(sheet, row, column, roundHalfUp(share, 3), { ...look, format: 'percent' });
}

export function putCount(sheet: ExcelJS.Worksheet, [row, column]: Place, count: number, look: Look = {}): void {
  putNumber(sheet, row, column, count, { ...look, format: 'count' });
}

export function putHidden(sheet: ExcelJS.Worksheet, [row, column]: Place): void {
  putText(sheet, row, column, HIDDEN, { tone: 'hidden', align: 'center' });
}

/** Neither hidden nor a figure: there is nothing of the kind. */
export function putNone(sheet: ExcelJS.Worksheet, [row, column]: Place, look: Look = {}): void {
  putText(sheet, row, column, NONE, { ...look, align: 'center', bold: false });
}

/** A statistic that the release's analysis holds as a double, such as a bound or an estimate, to two decimals; 「—」 without one. */
export function putStatistic(
  sheet: ExcelJS.Worksheet,
  place: Place,
  value: number | null | undefined,
  look: Look = {},
): void {
  if (value == null) return putNone(sheet, place, look);
  putNumber(sheet, ...place, Number(formatDecimal(value, 2)), { format: 'mean', ...look });
}

/** A share from 0 to 1 that the analysis holds as a double; 「—」 without one. */
export function putShareStatistic(
  sheet: ExcelJS.Worksheet,
  place: Place,
  value: number | null | undefined,
  look: Look = {},
): void {
  if (value == null) return putNone(sheet, place, look);
  putNumber(sheet, ...place, Number(formatDecimal(value, 3)), { ...look, format: 'percent' });
}

/** ▲ or ▼ for a significant difference and for no other. */
export function putDirection(
  sheet: ExcelJS.Worksheet,
  [row, column]: Place,
  difference: Difference | undefined,
  look: Look = {},
): void {
  if (!difference) return putNone(sheet, [row, column], look);
  if (difference.direction === 'unclear') {
    return putText(sheet, row, column, UNCLEAR, { ...look, align: 'center', bold: false });
  }
  const higher = difference.direction === 'higher';
  putText(sheet, row, column, higher ? '▲' : '▼', { ...look, align: 'center', tone: higher ? 'high' : 'low' });
}

/** So many of a hundred, half up to one decimal; 「—」 of nobody. */
export function putPerHundred(
  sheet: ExcelJS.Worksheet,
  place: Place,
  count: number,
  headcount: number,
  look: Look = {},
): void {
  if (headcount === 0) return putNone(sheet, place, look);
  putNumber(sheet, ...place, roundHalfUp(rational(count * 100, headcount), 1), { ...look, format: 'tenth' });
}
