import {
  bandOfShown,
  WITHHELD,
  WITHHELD_LABEL,
  type AttributeValue,
  type Release,
  type ReleasedScore,
  type ShownMean,
} from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { fitsOnePage, pageFor } from './department-page.js';
import { publishedScore, type DepartmentView } from './department-view.js';
import { putCount, putHidden, putMean } from './figure-cells.js';
import { bandNote, bandText, hiddenNote } from './reading-notes.js';
import { figureOf, scoreLines, type ScoreLine } from './score-figure.js';
import { fitRow, putHeadings, putNotes, putNotice, putText, putTitle } from './sheet-cells.js';
import { freezeHeader } from './sheet-page.js';

const TEXT_WIDTH = 56;
const CELL_WIDTH = 11;

/** One column: everybody of the top-level department, or those of one position. */
interface Column {
  readonly label: string;
  readonly score: ReleasedScore | null;
}

/** 職位別: the top-level department (部) by position, where such a table has been released. */
export function addPositionSheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const columns = view.own && hasPositionTable(view.release) ? positionColumns(view) : [];
  const widths = [6, TEXT_WIDTH, ...columns.map(() => CELL_WIDTH)];
  const sheet = pageFor(workbook, view, {
    name: '職位別',
    orientation: columns.length > 0 ? 'landscape' : 'portrait',
    widths: columns.length > 0 ? widths : [20, 76],
    onePage: fitsOnePage(view),
  });
  if (columns.length > 0) putMatrix(sheet, columns, view);
  else putNothing(sheet, view);
}

function putNothing(sheet: ExcelJS.Worksheet, view: DepartmentView): void {
  putTitle(sheet, 2, '職位別', view.path.join(' › '));
  putNotice(sheet, 3, 2, view.hiddenReason ?? 'この公表版には、組織と職位をかけ合わせた表はありません。');
}

function putMatrix(sheet: ExcelJS.Worksheet, columns: readonly Column[], view: DepartmentView): void {
  const { release, top } = view;
  const width = columns.length + 2;
  putTitle(sheet, width, '職位別', `${top.name}の職位ごとの平均`);
  putHeadings(sheet, 3, ['番号', '設問', ...columns.map((column) => column.label)]);
  freezeHeader(sheet, [3, 3], 2);
  putAnswers(sheet, 4, columns);
  let row = 5;
  for (const line of scoreLines(release.questionnaire)) {
    putLine(sheet, row, line, columns, release);
    row += 1;
  }
  const symbols = `平均の前の記号は水準です(${(['high', 'middle', 'low'] as const).map(bandText).join('、')})。`;
  const level = view.isTop
    ? null
    : `職位別の結果は${top.name}全体でまとめて公表しています。${view.name}だけの職位別の表はありません。`;
  const notes = [level, release.questionnaire.scoring.bands && symbols, bandNote(release), hiddenNote(release)];
  putNotes(sheet, row + 1, width, notes);
}

function positionColumns({ release, top }: DepartmentView): Column[] {
  const position = release.attributes.find((attribute) => attribute.key === 'position');
  const values = withWithheld(position?.values ?? [], release);
  return [
    { label: `${top.name}\n全体`, score: publishedScore(release, { department: top.code }) },
    ...values.map(({ key, label }) => ({
      label,
      score: publishedScore(release, { department: top.code, position: key }),
    })),
  ];
}

/** People may withhold their position; they are a column of their own where the release knows such a group. */
function withWithheld(values: readonly AttributeValue[], release: Release): readonly AttributeValue[] {
  const known = values.some((value) => value.key === WITHHELD);
  const used = release.scores.some((score) => score.key['position'] === WITHHELD);
  return known || !used ? values : [...values, { key: WITHHELD, label: WITHHELD_LABEL }];
}

function hasPositionTable(release: Release): boolean {
  return release.scores.some(({ key }) => 'department' in key && 'position' in key && Object.keys(key).length === 2);
}

function putAnswers(sheet: ExcelJS.Worksheet, row: number, columns: readonly Column[]): void {
  putText(sheet, row, 1, '', { tone: 'group' });
  putText(sheet, row, 2, '回答数', { tone: 'group', bold: true });
  columns.forEach(({ score }, index) => {
    if (score?.n == null) putHidden(sheet, [row, index + 3]);
    else putCount(sheet, [row, index + 3], score.n, { tone: 'group' });
  });
  fitRow(sheet, row, []);
}

function putLine(
  sheet: ExcelJS.Worksheet,
  row: number,
  line: ScoreLine,
  columns: readonly Column[],
  release: Release,
): void {
  const look: Look = line.kind === 'item' ? {} : { tone: 'group', bold: true };
  if (line.kind === 'item') putCount(sheet, [row, 1], line.number, { align: 'center' });
  else putText(sheet, row, 1, line.kind === 'category' ? '区分' : '総合', { ...look, align: 'center' });
  putText(sheet, row, 2, line.text, { ...look, indent: line.kind === 'item' ? 1 : 0 });
  columns.forEach(({ score }, index) => {
    putBanded(sheet, [row, index + 3], figureOf(score, line, release)?.mean ?? null, look, release);
  });
  fitRow(sheet, row, [[line.text, TEXT_WIDTH - 3]]);
}

/** The band stands in the number format, so that the cell stays a number and colour is never the only sign. */
function putBanded(
  sheet: ExcelJS.Worksheet,
  place: readonly [number, number],
  mean: ShownMean | null,
  look: Look,
  { questionnaire }: Release,
): void {
  const { bands } = questionnaire.scoring;
  const band = mean && bands ? bandOfShown(mean, bands) : null;
  if (!band) return putMean(sheet, place, mean, look);
  putMean(sheet, place, mean, { ...look, format: band, ...(band !== 'middle' && { tone: band }) });
}
