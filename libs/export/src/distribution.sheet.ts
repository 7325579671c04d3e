import { rational, type Release, type ReleasedItem, type ReleasedScore, type Scale } from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { fitsOnePage, pageFor } from './department-page.js';
import type { DepartmentView } from './department-view.js';
import { HIDDEN, putCount, putHidden, putShare } from './figure-cells.js';
import { favourableNote, hiddenNote } from './reading-notes.js';
import { favourableShare, itemLines, releasedItem, type ItemLine } from './score-figure.js';
import { fitRow, putAcross, putNotes, putNotice, putText, putTitle } from './sheet-cells.js';
import { freezeHeader } from './sheet-page.js';

/** 番号, 設問, 対象, 回答数; then two columns an option, and the favourable share. */
const FIXED = [6, 44, 10, 9] as const;
const OPTION_WIDTH = 8;

/** 分布: how many chose each option, the department's line above the whole organisation's. */
export function addDistributionSheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const lines = itemLines(view.release.questionnaire);
  const scale = lines[0]?.scale ?? { min: 1, max: 1 };
  const options = scale.max - scale.min + 1;
  const columns = FIXED.length + 2 * options + 1;
  const widths = [...FIXED, ...Array<number>(2 * options).fill(OPTION_WIDTH), 12];
  const sheet = pageFor(workbook, view, { name: '分布', orientation: 'landscape', widths, onePage: fitsOnePage(view) });
  putTitle(sheet, columns, '分布', `${view.path.join(' › ')} と全庁の選択肢ごとの人数と割合`);
  putDistributionHeadings(sheet, scale, columns);
  freezeHeader(sheet, [3, 4], 3);
  let row = 5;
  for (const line of lines) {
    putItem(sheet, row, line, view);
    row += 2;
  }
  if (view.hiddenReason) putNotice(sheet, row++, columns, view.hiddenReason);
  putNotes(sheet, row + 1, columns, [favourableNote(view.release), hiddenNote(view.release)]);
}

function putDistributionHeadings(sheet: ExcelJS.Worksheet, scale: Scale, columns: number): void {
  const look: Look = { tone: 'header', align: 'center' };
  const fixed = [
    ...['番号', '設問', '対象', '回答数'].map((text, index) => [text, index + 1] as const),
    ['肯定的\n回答率', columns] as const,
  ];
  for (const [text, column] of fixed) {
    putText(sheet, 3, column, text, look);
    putText(sheet, 4, column, '', look);
    sheet.mergeCells(3, column, 4, column);
  }
  const names = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => optionName(scale, index));
  names.forEach((name, index) => {
    const column = FIXED.length + 2 * index + 1;
    putAcross(sheet, 3, [column, column + 1], name, look);
    putText(sheet, 4, column, '人数', look);
    putText(sheet, 4, column + 1, '割合', look);
  });
  fitRow(
    sheet,
    3,
    names.map((name) => [name, 2 * OPTION_WIDTH] as const),
  );
  fitRow(sheet, 4, []);
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
  putCounts(sheet, row, { who: 'この組織', score: view.own, look: { bold: true } }, line, view.release);
  putCounts(sheet, row + 1, { who: '全庁', score: view.whole, look: { tone: 'group' } }, line, view.release);
  fitRow(sheet, row, []);
  fitRow(sheet, row + 1, []);
}

interface Group {
  readonly who: string;
  readonly score: ReleasedScore | null;
  readonly look: Look;
}

function putCounts(
  sheet: ExcelJS.Worksheet,
  row: number,
  { who, score, look }: Group,
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
    return putAcross(sheet, row, [first, last], hiddenDetail(item, release), { tone: 'hidden', align: 'center' });
  }
  for (const [index, count] of item.counts.entries()) {
    putCount(sheet, [row, first + 2 * index], count, look);
    putShare(sheet, [row, first + 2 * index + 1], rational(count, item.n), look);
  }
  putShare(sheet, [row, last], share, look);
}

/** Says 「10人未満」 only where the item's own n, which is shown beside it, says so already. */
function hiddenDetail(item: ReleasedItem | null, release: Release): string {
  return item && item.n < release.detailMinGroup ? `${HIDDEN}(${release.detailMinGroup}人未満)` : HIDDEN;
}
