import { fiscalYearLabel, rational, subtractShown } from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { fitsOnePage, pageFor } from './department-page.js';
import type { DepartmentView, ViewedWave } from './department-view.js';
import { earlierFigure, putChange, putEarlier, putStatus, type Side } from './earlier-figure.js';
import { analysisOf } from './figure-analysis.js';
import { putCount, putDifference, putHidden, putMean, putNone, putShare } from './figure-cells.js';
import { putGroupedHeadings } from './grouped-headings.js';
import { COMPARABLE_NOTE, DIFFERENCE_NOTE, DIRECTION_NOTE, hiddenNote } from './reading-notes.js';
import { figureOf, scoreLines, type ScoreLine } from './score-figure.js';
import { fitRow, putNotes, putNotice, putText, putTitle } from './sheet-cells.js';
import { freezeHeader } from './sheet-page.js';

const FIXED = [6, 50] as const;
const YEAR_WIDTH = 10;
const CHANGE = [9, 15] as const;
/** More surveys than these make the table too small to read in print; the latest stay. */
const MOST_WAVES = 6;
const SIDES: readonly Side[] = ['own', 'whole'];

/** 経年: this survey after the earlier ones, for the department and the whole organisation; no sheet without earlier surveys. */
export function addHistorySheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const waves = view.waves.slice(0, MOST_WAVES).reverse();
  if (waves.length === 0) return;
  const side = [...waves.map(() => YEAR_WIDTH), YEAR_WIDTH, ...CHANGE];
  const widths = [...FIXED, ...side, ...side];
  const sheet = pageFor(workbook, view, { name: '経年', orientation: 'landscape', widths, onePage: fitsOnePage(view) });
  putTitle(sheet, widths.length, '経年', `${view.path.join(' › ')} と全庁の、これまでの調査の平均`);
  putYears(sheet, waves, view);
  freezeHeader(sheet, [3, 4], 2);
  SIDES.forEach((who, at) => putResponse(sheet, FIXED.length + 1 + at * side.length, waves, view, who));
  let row = 7;
  for (const line of scoreLines(view.release.questionnaire)) {
    putName(sheet, row, line);
    SIDES.forEach((who, at) => putSide(sheet, [row, FIXED.length + 1 + at * side.length], line, waves, view, who));
    row += 1;
  }
  if (view.hiddenReason) putNotice(sheet, row++, widths.length, view.hiddenReason);
  putNotes(sheet, row + 1, widths.length, notes(view));
}

function notes({ waves, release }: DepartmentView): (string | null)[] {
  const before = waves[0] ? `差と判定は、前回(${fiscalYearLabel(waves[0].wave.fiscalYear)})との比較です。` : null;
  const units =
    '組織を改めたときは、前の組織の結果を引き継ぎの一覧に従って合わせています。「—」は、その年度に同じ組織や設問がないことを示します。';
  const cut = waves.length > MOST_WAVES ? `これまでの調査のうち、新しいほうから${MOST_WAVES}回分を示します。` : null;
  return [before, DIRECTION_NOTE, DIFFERENCE_NOTE, units, COMPARABLE_NOTE, cut, hiddenNote(release)];
}

function putYears(sheet: ExcelJS.Worksheet, waves: readonly ViewedWave[], { release }: DepartmentView): void {
  const years = waves.map(({ wave }) => fiscalYearLabel(wave.fiscalYear).replace('年度', '\n年度'));
  const columns = [...years, fiscalYearLabel(release.fiscalYear).replace('年度', '\n年度'), '前回との\n差', '差の判定'];
  putGroupedHeadings(sheet, 3, [
    { columns: ['番号', '設問'] },
    { heading: 'この組織', columns },
    { heading: '全庁', columns },
  ]);
}

const GROUP: Look = { tone: 'group' };

/** How many answered, and of the whole organisation, whose numbers of staff are public, which share. */
function putResponse(
  sheet: ExcelJS.Worksheet,
  first: number,
  waves: readonly ViewedWave[],
  view: DepartmentView,
  who: Side,
): void {
  putLabel(sheet, 5, '回答数');
  putLabel(sheet, 6, '回答率');
  const last = first + waves.length;
  waves.forEach((viewed, at) => {
    const cell = viewed[who];
    if (!view[who]) putHidden(sheet, [5, first + at]);
    else if (cell?.status === 'shown' && cell.n !== null) putCount(sheet, [5, first + at], cell.n, GROUP);
    else putStatus(sheet, [5, first + at], cell && cell.status !== 'shown' ? cell.status : 'none', GROUP);
    putRate(sheet, [6, first + at], viewed.wave, who);
  });
  const n = view[who]?.n;
  if (n == null) putHidden(sheet, [5, last]);
  else putCount(sheet, [5, last], n, GROUP);
  putRate(sheet, [6, last], view.release, who);
  for (const row of [5, 6]) for (const added of [1, 2]) putText(sheet, row, last + added, '', GROUP);
}

function putLabel(sheet: ExcelJS.Worksheet, row: number, label: string): void {
  putText(sheet, row, 1, '', GROUP);
  putText(sheet, row, 2, label, { ...GROUP, bold: true });
  fitRow(sheet, row, []);
}

function putRate(
  sheet: ExcelJS.Worksheet,
  place: readonly [number, number],
  { answered, invited }: { readonly answered: number; readonly invited: number },
  who: Side,
): void {
  if (who === 'own') return putText(sheet, ...place, '', GROUP);
  if (invited === 0) return putNone(sheet, place, GROUP);
  putShare(sheet, place, rational(answered, invited), GROUP);
}

function putName(sheet: ExcelJS.Worksheet, row: number, line: ScoreLine): void {
  const look = lookOf(line);
  if (line.kind === 'item') putCount(sheet, [row, 1], line.number, { ...look, align: 'center' });
  else putText(sheet, row, 1, line.kind === 'category' ? '区分' : '総合', { ...look, align: 'center' });
  putText(sheet, row, 2, line.text, { ...look, indent: line.kind === 'item' ? 1 : 0 });
  fitRow(sheet, row, [[line.text, FIXED[1] - 3]]);
}

function lookOf(line: ScoreLine): Look {
  return line.kind === 'item' ? {} : { tone: 'group', bold: true };
}

function putSide(
  sheet: ExcelJS.Worksheet,
  [row, first]: readonly [number, number],
  line: ScoreLine,
  waves: readonly ViewedWave[],
  view: DepartmentView,
  who: Side,
): void {
  const look = lookOf(line);
  waves.forEach((viewed, at) => putEarlier(sheet, [row, first + at], earlierFigure(view, viewed, who, line), look));
  const now = first + waves.length;
  const figure = figureOf(view[who], line, view.release);
  const before = earlierFigure(view, view.waves[0], who, line);
  putMean(sheet, [row, now], figure?.mean ?? null, look);
  const difference = figure && before.status === 'shown' ? subtractShown(figure.mean, before.mean) : null;
  putDifference(sheet, [row, now + 1], difference, look);
  const analysis = analysisOf(who === 'own' ? view.ownAnalysis : view.wholeAnalysis, line);
  putChange(sheet, [row, now + 2], before, { figure, analysis }, look);
}
