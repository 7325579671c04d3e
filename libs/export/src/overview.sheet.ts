import { bandOfShown, BAND_LABEL, fiscalYearLabel, subtractShown, type ReleasedScore } from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { fitsOnePage, pageFor } from './department-page.js';
import type { DepartmentView } from './department-view.js';
import { earlierFigure, putChange, putEarlier } from './earlier-figure.js';
import { analysisOf, scaleOfLine, shownInterval } from './figure-analysis.js';
import {
  NONE,
  putCount,
  putDifference,
  putDirection,
  putHidden,
  putMean,
  putShare,
  putStatistic,
} from './figure-cells.js';
import { putGroupedHeadings, type HeadingGroup } from './grouped-headings.js';
import {
  bandNote,
  COMPARABLE_NOTE,
  DIFFERENCE_NOTE,
  DIRECTION_NOTE,
  ESTIMATE_NOTE,
  favourableNote,
  hiddenNote,
  INTERVAL_NOTE,
} from './reading-notes.js';
import {
  favourableShare,
  figureOf,
  releasedItem,
  scoreLines,
  type ScoreFigure,
  type ScoreLine,
} from './score-figure.js';
import { fitRow, putNotes, putNotice, putText, putTitle } from './sheet-cells.js';
import { freezeHeader } from './sheet-page.js';

/** 番号, 設問, 回答数; the department; against the whole; against the survey before; favourable shares. */
const WIDTHS = [6, 50, 8, 10, 8, 8, 9, 9, 9, 15, 10, 9, 15, 9, 9] as const;
const TEXT_WIDTH = WIDTHS[1];

/** 概要: every item beside the whole organisation and the survey before, under its category, with the overall score first. */
export function addOverviewSheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const onePage = fitsOnePage(view);
  const sheet = pageFor(workbook, view, { name: '概要', orientation: 'landscape', widths: WIDTHS, onePage });
  putTitle(sheet, WIDTHS.length, '概要', `${view.path.join(' › ')} と全庁、前回との比較`);
  putGroupedHeadings(sheet, 3, headings(view));
  freezeHeader(sheet, [3, 4], 2);
  let row = 5;
  for (const line of scoreLines(view.release.questionnaire)) {
    putLine(sheet, row++, line, view);
    if (line.kind === 'overall' && hasEstimate(view)) putEstimate(sheet, row++, view);
  }
  if (view.hiddenReason) putNotice(sheet, row++, WIDTHS.length, view.hiddenReason);
  putNotes(sheet, row + 1, WIDTHS.length, notes(view));
}

function headings({ waves, release }: DepartmentView): HeadingGroup[] {
  const before = waves[0] ? `(${fiscalYearLabel(waves[0].wave.fiscalYear)})` : '';
  const band = release.questionnaire.scoring.bands ? '水準' : '';
  return [
    { columns: ['番号', '設問', '回答数'] },
    { heading: 'この組織', columns: ['平均', '95%区間\n下限', '95%区間\n上限', band] },
    { heading: '全庁との比較', columns: ['全庁の\n平均', '差', '差の判定'] },
    { heading: `前回との比較${before}`, columns: ['前回の\n平均', '差', '差の判定'] },
    { heading: '肯定的回答率', columns: ['この組織', '全庁'] },
  ];
}

function notes(view: DepartmentView): (string | null)[] {
  const { release } = view;
  return [
    INTERVAL_NOTE,
    DIFFERENCE_NOTE,
    DIRECTION_NOTE,
    COMPARABLE_NOTE,
    hasEstimate(view) ? ESTIMATE_NOTE : null,
    bandNote(release),
    favourableNote(release),
    hiddenNote(release),
  ];
}

function putLine(sheet: ExcelJS.Worksheet, row: number, line: ScoreLine, view: DepartmentView): void {
  const look = lookOf(line);
  const own = figureOf(view.own, line, view.release);
  if (line.kind === 'item') putCount(sheet, [row, 1], line.number, { ...look, align: 'center' });
  else putText(sheet, row, 1, line.kind === 'category' ? '区分' : '総合', { ...look, align: 'center' });
  putText(sheet, row, 2, line.text, { ...look, indent: line.kind === 'item' ? 1 : 0 });
  putAnswers(sheet, row, line, view.own, look);
  putOwn(sheet, row, line, view, own);
  putAgainstWhole(sheet, row, line, view, own);
  putAgainstBefore(sheet, row, line, view, own);
  putFavourable(sheet, [row, 14], line, view.own, look);
  putFavourable(sheet, [row, 15], line, view.whole, look);
  fitRow(sheet, row, [[line.text, TEXT_WIDTH - 3]]);
}

function lookOf(line: ScoreLine): Look {
  return line.kind === 'item' ? {} : { tone: 'group', bold: true };
}

function putAnswers(
  sheet: ExcelJS.Worksheet,
  row: number,
  line: ScoreLine,
  own: ReleasedScore | null,
  look: Look,
): void {
  if (line.kind === 'category') return putText(sheet, row, 3, '', look);
  const n = line.kind === 'overall' ? own?.n : releasedItem(own, line.code)?.n;
  if (n == null) return putHidden(sheet, [row, 3]);
  putCount(sheet, [row, 3], n, look);
}

function putOwn(
  sheet: ExcelJS.Worksheet,
  row: number,
  line: ScoreLine,
  view: DepartmentView,
  own: ScoreFigure | null,
): void {
  const look = lookOf(line);
  const { low, high } = shownInterval(own, analysisOf(view.ownAnalysis, line), scaleOfLine(line, view.release));
  putMean(sheet, [row, 4], own?.mean ?? null, look);
  putStatistic(sheet, [row, 5], low, { ...look, bold: false });
  putStatistic(sheet, [row, 6], high, { ...look, bold: false });
  const { bands } = view.release.questionnaire.scoring;
  if (!own) return putHidden(sheet, [row, 7]);
  const band = bands && bandOfShown(own.mean, bands);
  if (!band) return putText(sheet, row, 7, NONE, { ...look, align: 'center' });
  putText(sheet, row, 7, BAND_LABEL[band], { ...look, align: 'center', ...(band !== 'middle' && { tone: band }) });
}

function putAgainstWhole(
  sheet: ExcelJS.Worksheet,
  row: number,
  line: ScoreLine,
  view: DepartmentView,
  own: ScoreFigure | null,
): void {
  const look = lookOf(line);
  const whole = figureOf(view.whole, line, view.release);
  putMean(sheet, [row, 8], whole?.mean ?? null, look);
  putDifference(sheet, [row, 9], own && whole ? subtractShown(own.mean, whole.mean) : null, look);
  if (own) putDirection(sheet, [row, 10], analysisOf(view.ownAnalysis, line)?.rest, look);
  else putHidden(sheet, [row, 10]);
}

function putAgainstBefore(
  sheet: ExcelJS.Worksheet,
  row: number,
  line: ScoreLine,
  view: DepartmentView,
  own: ScoreFigure | null,
): void {
  const look = lookOf(line);
  const before = earlierFigure(view, view.waves[0], 'own', line);
  putEarlier(sheet, [row, 11], before, look);
  const difference = own && before.status === 'shown' ? subtractShown(own.mean, before.mean) : null;
  putDifference(sheet, [row, 12], difference, look);
  putChange(sheet, [row, 13], before, { figure: own, analysis: analysisOf(view.ownAnalysis, line) }, look);
}

/** A share only exists for an item whose distribution may be shown. */
function putFavourable(
  sheet: ExcelJS.Worksheet,
  [row, column]: readonly [number, number],
  line: ScoreLine,
  score: ReleasedScore | null,
  look: Look,
): void {
  if (line.kind !== 'item') return putText(sheet, row, column, '', look);
  const share = favourableShare(releasedItem(score, line.code), line.scale);
  if (share) putShare(sheet, [row, column], share, look);
  else putHidden(sheet, [row, column]);
}

function hasEstimate({ ownAnalysis }: DepartmentView): boolean {
  return ownAnalysis?.overall.estimate !== undefined;
}

/** 縮約推定値, under the overall mean that it is a second opinion on. */
function putEstimate(sheet: ExcelJS.Worksheet, row: number, { ownAnalysis }: DepartmentView): void {
  const look: Look = { tone: 'muted' };
  putText(sheet, row, 1, '参考', { ...look, align: 'center' });
  putText(sheet, row, 2, '総合スコアの縮約推定値(少人数の組織の参考値)', { ...look, indent: 1 });
  for (let column = 3; column <= WIDTHS.length; column += 1) putText(sheet, row, column, '', look);
  putStatistic(sheet, [row, 4], ownAnalysis?.overall.estimate, look);
  fitRow(sheet, row, []);
}
