import { bandOfShown, subtractShown, type ReleasedScore } from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { fitsOnePage, pageFor } from './department-page.js';
import type { DepartmentView } from './department-view.js';
import { NONE, putCount, putDifference, putHidden, putMean, putShare } from './figure-cells.js';
import { bandNote, bandText, DIFFERENCE_NOTE, favourableNote, hiddenNote } from './reading-notes.js';
import {
  favourableShare,
  figureOf,
  releasedItem,
  scoreLines,
  type ScoreFigure,
  type ScoreLine,
} from './score-figure.js';
import { fitRow, putHeadings, putNotes, putNotice, putText, putTitle } from './sheet-cells.js';
import { freezeHeader } from './sheet-page.js';

const WIDTHS = [6, 42, 8, 10, 9, 9, 11, 11, 11] as const;
const HEADINGS = [
  '番号',
  '設問',
  '回答数',
  'この組織\n平均',
  '全庁\n平均',
  '差',
  '判定\n(この組織)',
  '肯定的\n回答率',
  '全庁の\n肯定的\n回答率',
] as const;

/** 概要: every item beside the whole organisation, under its category, with the overall score first. */
export function addOverviewSheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const sheet = pageFor(workbook, view, {
    name: '概要',
    orientation: 'portrait',
    widths: WIDTHS,
    onePage: fitsOnePage(view),
  });
  putTitle(sheet, WIDTHS.length, '概要', `${view.path.join(' › ')} と全庁の比較`);
  putHeadings(sheet, 3, HEADINGS);
  freezeHeader(sheet, [3, 3], 2);
  let row = 4;
  for (const line of scoreLines(view.release.questionnaire)) {
    putLine(sheet, row, line, view);
    row += 1;
  }
  if (view.hiddenReason) {
    putNotice(sheet, row, WIDTHS.length, view.hiddenReason);
    row += 1;
  }
  const { release } = view;
  const notes = [DIFFERENCE_NOTE, bandNote(release), favourableNote(release), hiddenNote(release)];
  putNotes(sheet, row + 1, WIDTHS.length, notes);
}

function putLine(sheet: ExcelJS.Worksheet, row: number, line: ScoreLine, view: DepartmentView): void {
  const look = lookOf(line);
  const own = figureOf(view.own, line, view.release);
  const whole = figureOf(view.whole, line, view.release);
  if (line.kind === 'item') putCount(sheet, [row, 1], line.number, { ...look, align: 'center' });
  else putText(sheet, row, 1, line.kind === 'category' ? '区分' : '総合', { ...look, align: 'center' });
  putText(sheet, row, 2, line.text, { ...look, indent: line.kind === 'item' ? 1 : 0 });
  putAnswers(sheet, row, line, view.own, look);
  putMean(sheet, [row, 4], own?.mean ?? null, look);
  putMean(sheet, [row, 5], whole?.mean ?? null, look);
  putDifference(sheet, [row, 6], own && whole ? subtractShown(own.mean, whole.mean) : null, look);
  putBand(sheet, row, own, view, look);
  putFavourable(sheet, [row, 8], line, view.own, look);
  putFavourable(sheet, [row, 9], line, view.whole, look);
  fitRow(sheet, row, [[line.text, WIDTHS[1] - 3]]);
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

function putBand(
  sheet: ExcelJS.Worksheet,
  row: number,
  own: ScoreFigure | null,
  view: DepartmentView,
  look: Look,
): void {
  const { bands } = view.release.questionnaire.scoring;
  if (!own) return putHidden(sheet, [row, 7]);
  const band = bands && bandOfShown(own.mean, bands);
  if (!band) return putText(sheet, row, 7, NONE, { ...look, align: 'center' });
  putText(sheet, row, 7, bandText(band), { ...look, align: 'center', ...(band !== 'middle' && { tone: band }) });
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
