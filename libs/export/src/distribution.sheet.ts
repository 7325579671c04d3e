import {
  rational,
  type CellAnalysis,
  type Release,
  type ReleasedItem,
  type ReleasedScore,
  type Scale,
} from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { fitsOnePage, pageFor } from './department-page.js';
import type { DepartmentView } from './department-view.js';
import { HIDDEN, putCount, putHidden, putShare, putShareStatistic } from './figure-cells.js';
import { putGroupedHeadings } from './grouped-headings.js';
import { favourableNote, hiddenNote, SHARE_INTERVAL_NOTE } from './reading-notes.js';
import { favourableShare, itemLines, releasedItem, type ItemLine } from './score-figure.js';
import { fitRow, putAcross, putNotes, putNotice, putText, putTitle } from './sheet-cells.js';
import { freezeHeader } from './sheet-page.js';

/** 番号, 設問, 対象, 回答数; then two columns an option; then the favourable share and its interval. */
const FIXED = [6, 44, 10, 9] as const;
const OPTION_WIDTH = 8;
const SHARE = [9, 9, 9] as const;

/** 分布: how many chose each option, the department's line above the whole organisation's. */
export function addDistributionSheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const lines = itemLines(view.release.questionnaire);
  const scale = lines[0]?.scale ?? { min: 1, max: 1 };
  const options = scale.max - scale.min + 1;
  const columns = FIXED.length + 2 * options + SHARE.length;
  const widths = [...FIXED, ...Array<number>(2 * options).fill(OPTION_WIDTH), ...SHARE];
  const sheet = pageFor(workbook, view, { name: '分布', orientation: 'landscape', widths, onePage: fitsOnePage(view) });
  putTitle(sheet, columns, '分布', `${view.path.join(' › ')} と全庁の選択肢ごとの人数と割合`);
  putDistributionHeadings(sheet, scale);
  freezeHeader(sheet, [3, 4], 3);
  let row = 5;
  for (const line of lines) {
    putItem(sheet, row, line, view);
    row += 2;
  }
  if (view.hiddenReason) putNotice(sheet, row++, columns, view.hiddenReason);
  putNotes(sheet, row + 1, columns, [favourableNote(view.release), SHARE_INTERVAL_NOTE, hiddenNote(view.release)]);
}

function putDistributionHeadings(sheet: ExcelJS.Worksheet, scale: Scale): void {
  const names = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => optionName(scale, index));
  putGroupedHeadings(sheet, 3, [
    { columns: ['番号', '設問', '対象', '回答数'] },
    ...names.map((heading) => ({ heading, columns: ['人数', '割合'] })),
    { heading: '肯定的回答率\n(95%区間)', columns: ['割合', '下限', '上限'] },
  ]);
}

/** 「5 そう思う」, or the bare number where the scale has no labels. */
function optionName(scale: Scale, index: number): string {
  const label = scale.labels?.[index];
  return label ? `${scale.min + index}\n${label}` : String(scale.min + index);
}

function putItem(sheet: ExcelJS.Worksheet, row: number, line: ItemLine, view: DepartmentView): void {
  putCount(sheet, [row, 1], line.number, { align: 'center' });
  putText(sheet, row, 2, line.text, {});
  putText(sheet, row + 1, 1, '', {});
  putText(sheet, row + 1, 2, '', {});
  sheet.mergeCells(row, 1, row + 1, 1);
  sheet.mergeCells(row, 2, row + 1, 2);
  const [own, whole] = [view.ownAnalysis, view.wholeAnalysis];
  putCounts(sheet, row, { who: 'この組織', score: view.own, analysis: own, look: { bold: true } }, line, view.release);
  const city: Group = { who: '全庁', score: view.whole, analysis: whole, look: { tone: 'group' } };
  putCounts(sheet, row + 1, city, line, view.release);
  fitRow(sheet, row, []);
  fitRow(sheet, row + 1, []);
}

interface Group {
  readonly who: string;
  readonly score: ReleasedScore | null;
  readonly analysis: CellAnalysis | null;
  readonly look: Look;
}

function putCounts(
  sheet: ExcelJS.Worksheet,
  row: number,
  { who, score, analysis, look }: Group,
  line: ItemLine,
  release: Release,
): void {
  const item = releasedItem(score, line.code);
  putText(sheet, row, 3, who, { ...look, align: 'center' });
  if (item) putCount(sheet, [row, 4], item.n, look);
  else putHidden(sheet, [row, 4]);
  const options = line.scale.max - line.scale.min + 1;
  const first = FIXED.length + 1;
  const last = first + 2 * options;
  const share = favourableShare(item, line.scale);
  if (!item?.counts || !share) {
    return putAcross(sheet, row, [first, last + 2], hiddenDetail(item, release), { tone: 'hidden', align: 'center' });
  }
  for (const [index, count] of item.counts.entries()) {
    putCount(sheet, [row, first + 2 * index], count, look);
    putShare(sheet, [row, first + 2 * index + 1], rational(count, item.n), look);
  }
  putShare(sheet, [row, last], share, look);
  const bounds = analysis?.items[line.code]?.favourable;
  putShareStatistic(sheet, [row, last + 1], bounds?.low, { ...look, bold: false });
  putShareStatistic(sheet, [row, last + 2], bounds?.high, { ...look, bold: false });
}

/** Says 「10人未満」 only where the item's own n, which is shown beside it, says so already. */
function hiddenDetail(item: ReleasedItem | null, release: Release): string {
  return item && item.n < release.detailMinGroup ? `${HIDDEN}(${release.detailMinGroup}人未満)` : HIDDEN;
}
