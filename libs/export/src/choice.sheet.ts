import { choiceQuestions, rational, type ChoiceQuestion, type Option, type ReleasedScore } from '#survey-model';
import type ExcelJS from 'exceljs';
import { pageFor } from './department-page.js';
import type { DepartmentView } from './department-view.js';
import { putCount, putHidden, putShare } from './figure-cells.js';
import { hiddenNote } from './reading-notes.js';
import { fitRow, putAcross, putHeadings, putNotes, putNotice, putText, putTitle } from './sheet-cells.js';
import { freezeHeader } from './sheet-page.js';

const WIDTHS = [60, 11, 11, 11, 11] as const;
const HEADINGS = ['選択肢', 'この組織\n人数', 'この組織\n割合', '全庁\n人数', '全庁\n割合'] as const;

/** 選択設問: frequency tables of the single and multiple choice questions; no sheet when the questionnaire has none. */
export function addChoiceSheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const questions = choiceQuestions(view.release.questionnaire);
  if (questions.length === 0) return;
  const sheet = pageFor(workbook, view, { name: '選択設問', orientation: 'portrait', widths: WIDTHS });
  putTitle(sheet, WIDTHS.length, '選択設問', `${view.path.join(' › ')} と全庁の選択肢ごとの人数と割合`);
  putHeadings(sheet, 3, HEADINGS);
  freezeHeader(sheet, [3, 3], 1);
  let row = 4;
  for (const question of questions) row = putQuestion(sheet, row, question, view);
  if (view.hiddenReason) putNotice(sheet, row++, WIDTHS.length, view.hiddenReason);
  const several = '割合は、その設問に答えた人に対するものです。複数選択の設問では合計が100%を超えることがあります。';
  putNotes(sheet, row + 1, WIDTHS.length, [several, hiddenNote(view.release)]);
}

function putQuestion(sheet: ExcelJS.Worksheet, row: number, question: ChoiceQuestion, view: DepartmentView): number {
  const text = `${question.text}(${question.type === 'multiple-choice' ? '複数選択' : '一つ選択'})`;
  putAcross(sheet, row, [1, WIDTHS.length], text, { tone: 'group', bold: true });
  fitRow(sheet, row, [[text, 100]]);
  putText(sheet, row + 1, 1, '回答した人', { indent: 1 });
  putAnswered(sheet, [row + 1, 2], view.own, question);
  putAnswered(sheet, [row + 1, 4], view.whole, question);
  fitRow(sheet, row + 1, []);
  question.options.forEach((option, index) => {
    const at = row + 2 + index;
    putText(sheet, at, 1, option.text, { indent: 1 });
    putOption(sheet, [at, 2], view.own, question, option);
    putOption(sheet, [at, 4], view.whole, question, option);
    fitRow(sheet, at, [[option.text, WIDTHS[0] - 3]]);
  });
  return row + 2 + question.options.length;
}

type Place = readonly [row: number, column: number];

function putAnswered(
  sheet: ExcelJS.Worksheet,
  [row, column]: Place,
  score: ReleasedScore | null,
  { code }: ChoiceQuestion,
): void {
  const choice = score?.choices.find((each) => each.question === code);
  if (choice) putCount(sheet, [row, column], choice.n);
  else putHidden(sheet, [row, column]);
  putText(sheet, row, column + 1, '', {});
}

function putOption(
  sheet: ExcelJS.Worksheet,
  [row, column]: Place,
  score: ReleasedScore | null,
  question: ChoiceQuestion,
  option: Option,
): void {
  const choice = score?.choices.find((each) => each.question === question.code);
  if (!choice || choice.n === 0) {
    putHidden(sheet, [row, column]);
    return putHidden(sheet, [row, column + 1]);
  }
  const count = choice.counts[option.key] ?? 0;
  putCount(sheet, [row, column], count);
  putShare(sheet, [row, column + 1], rational(count, choice.n));
}
