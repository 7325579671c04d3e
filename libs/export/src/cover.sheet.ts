import { fiscalYearLabel, japaneseDate, dateInJapan, formatPercent, type Release } from '#survey-model';
import type ExcelJS from 'exceljs';
import type { DepartmentView } from './department-view.js';
import { NONE } from './figure-cells.js';
import {
  bandNote,
  DIFFERENCE_NOTE,
  DIRECTION_NOTE,
  favourableNote,
  hiddenNote,
  INTERVAL_NOTE,
  meanNote,
  rangeNote,
} from './reading-notes.js';
import { fitRow, putAcross, putNotice, putText, widthAcross } from './sheet-cells.js';
import { pageFor } from './department-page.js';

const COLUMNS = 2;

/** 表紙: whose report this is, what it rests on, and how to read it. */
export function addCoverSheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const sheet = addCover(workbook, view);
  let row = putFacts(sheet, 6, view);
  if (view.hiddenReason) {
    putNotice(sheet, row + 1, COLUMNS, view.hiddenReason);
    row += 2;
  }
  putReadingNotes(sheet, row + 1, view.release);
}

function addCover(workbook: ExcelJS.Workbook, view: DepartmentView): ExcelJS.Worksheet {
  const sheet = pageFor(workbook, view, { name: '表紙', orientation: 'portrait', widths: [24, 72] });
  const { release } = view;
  const width = widthAcross(sheet, [1, COLUMNS]);
  const heading = `${release.organisation} ${fiscalYearLabel(release.fiscalYear)}`;
  putAcross(sheet, 1, [1, COLUMNS], heading, { bare: true, tone: 'muted', size: 12 });
  fitRow(sheet, 1, [[heading, width]]);
  putAcross(sheet, 2, [1, COLUMNS], release.title, { bare: true, tone: 'title', bold: true, size: 18 });
  fitRow(sheet, 2, [[release.title, width / 1.9]], 28);
  putAcross(sheet, 3, [1, COLUMNS], '組織別結果報告書', { bare: true, size: 13 });
  fitRow(sheet, 3, [['', width]], 22);
  const path = view.path.join(' › ');
  putAcross(sheet, 4, [1, COLUMNS], path, { tone: 'group', bold: true, size: 14, indent: 1 });
  fitRow(sheet, 4, [[path, width / 1.5]], 24);
  return sheet;
}

function putFacts(sheet: ExcelJS.Worksheet, from: number, view: DepartmentView): number {
  const { release } = view;
  const rate = release.invited > 0 ? `${formatPercent(release.answered, release.invited)}%` : NONE;
  const facts: readonly (readonly [string, string])[] = [
    ['調査期間', period(release)],
    ['調査対象(全庁)', release.invited > 0 ? people(release.invited) : NONE],
    ['回答数(全庁)', people(release.answered)],
    ['回答率(全庁)', rate],
    ['回答数(この組織)', view.own?.n != null ? people(view.own.n) : '秘匿'],
    ['公表版', `第${release.version}版(${japaneseDate(dateInJapan(new Date(release.releasedAt)))}公表)`],
    ['作成日', japaneseDate(view.generatedOn)],
  ];
  facts.forEach(([name, value], index) => {
    putText(sheet, from + index, 1, name, { tone: 'header', indent: 1 });
    putText(sheet, from + index, 2, value, { indent: 1 });
    fitRow(sheet, from + index, [[value, 70]], 18);
  });
  return from + facts.length;
}

function putReadingNotes(sheet: ExcelJS.Worksheet, from: number, release: Release): void {
  putAcross(sheet, from, [1, COLUMNS], 'この資料の読み方', { bare: true, bold: true, size: 12, tone: 'title' });
  fitRow(sheet, from, [['', 80]], 20);
  const notes: readonly (readonly [string, string | null])[] = [
    ['平均', meanNote(release)],
    ['差', DIFFERENCE_NOTE],
    ['差の判定', DIRECTION_NOTE],
    ['95%区間', INTERVAL_NOTE],
    ['水準', bandNote(release)],
    ['肯定的回答率', favourableNote(release)],
    ['秘匿', hiddenNote(release)],
    ['範囲での表示', rangeNote(release)],
    ['お願い', '回答は匿名です。この資料の数字から、だれの回答かを推し量ったり、回答者を探したりしないでください。'],
    ['くわしい説明', '計算方法、回答率の読み方、秘匿の決まりは、最後のシート「方法と秘匿の説明」にあります。'],
    ['設問の出典', release.questionnaire.attribution ?? null],
  ];
  let row = from + 1;
  for (const [name, note] of notes) {
    if (!note) continue;
    putText(sheet, row, 1, name, { tone: 'header', indent: 1 });
    putText(sheet, row, 2, note, { indent: 1 });
    fitRow(sheet, row, [[note, 71]]);
    row += 1;
  }
}

/** Scores from a bare spreadsheet of answers come without dates. */
function period({ opensOn, closesOn }: Release): string {
  return opensOn && closesOn ? `${japaneseDate(opensOn)}〜${japaneseDate(closesOn)}` : NONE;
}

function people(count: number): string {
  return `${count.toLocaleString('ja-JP')}人`;
}
