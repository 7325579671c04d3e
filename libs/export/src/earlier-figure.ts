import type { EarlierStatus, FigureAnalysis, Release, ShownMean } from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import type { DepartmentView, ViewedWave } from './department-view.js';
import { NOT_COMPARABLE, putDirection, putHidden, putMean, putNone, type Place } from './figure-cells.js';
import { figureOf, releasedItem, type ScoreFigure, type ScoreLine } from './score-figure.js';
import { putText } from './sheet-cells.js';

export type Side = 'own' | 'whole';

/** What an earlier survey says on one line: a mean, or why there is none. */
export type EarlierFigure =
  | { readonly status: 'shown'; readonly mean: ShownMean; readonly n: number | null }
  | { readonly status: Exclude<EarlierStatus, 'shown'> };

/** The line of an earlier survey. An item that it did not ask, or a mean of such items, is none; one it may not show is hidden. */
export function earlierFigure(
  view: DepartmentView,
  viewed: ViewedWave | undefined,
  side: Side,
  line: ScoreLine,
): EarlierFigure {
  if (!viewed) return { status: 'none' };
  if (!view[side]) return { status: 'hidden' };
  const cell = viewed[side];
  if (!cell) return { status: 'none' };
  if (cell.status !== 'shown') return { status: cell.status };
  const { questionnaire } = view.release;
  const figure = figureOf(cell, line, { questionnaire, detailMinGroup: viewed.wave.detailMinGroup });
  if (figure) return { status: 'shown', ...figure };
  const asked = codesOf(line, view.release).every((code) => releasedItem(viewed.whole, code) !== null);
  return { status: asked ? 'hidden' : 'none' };
}

/** The mean of an earlier survey, 「秘匿」, 「比較不可」 or 「—」. */
export function putEarlier(sheet: ExcelJS.Worksheet, place: Place, figure: EarlierFigure, look: Look = {}): void {
  if (figure.status === 'shown') return putMean(sheet, place, figure.mean, look);
  putStatus(sheet, place, figure.status, look);
}

export function putStatus(
  sheet: ExcelJS.Worksheet,
  [row, column]: Place,
  status: Exclude<EarlierStatus, 'shown'>,
  look: Look = {},
): void {
  if (status === 'hidden') return putHidden(sheet, [row, column]);
  if (status === 'none') return putNone(sheet, [row, column], look);
  putText(sheet, row, column, NOT_COMPARABLE, { tone: 'muted', align: 'center' });
}

/** Whether the change since the survey before is more than chance, or why that cannot be said. */
export function putChange(
  sheet: ExcelJS.Worksheet,
  place: Place,
  before: EarlierFigure,
  own: { readonly figure: ScoreFigure | null; readonly analysis: FigureAnalysis | undefined },
  look: Look = {},
): void {
  if (!own.figure) return putHidden(sheet, place);
  if (before.status !== 'shown') return putStatus(sheet, place, before.status, look);
  putDirection(sheet, place, own.analysis?.previous, look);
}

function codesOf(line: ScoreLine, { questionnaire }: Release): readonly string[] {
  if (line.kind === 'item') return [line.code];
  return line.kind === 'category' ? line.category.items : questionnaire.scoring.items;
}
