import {
  BAND_LABEL,
  bandOf,
  formatHalfUp,
  questionsOf,
  rational,
  type Rational,
  type ReleasedScore,
} from '#survey-model';
import { align } from '../align.js';
import { cellsOf, valueLabel } from './score-json.js';
import type { ScoredFile } from './score-table.js';

const STATUS = { primary: '秘匿(人数が少ない)', secondary: '秘匿(差し引きで分かる)', published: '' } as const;

/** What `nobinobi score` prints for people. */
export function scoreText(file: ScoredFile): string {
  const whole = file.scores.find(({ key }) => Object.keys(key).length === 0);
  const lines = [`回答 ${file.rows} 人`, ''];
  if (whole) lines.push(...wholeLines(file, whole), '');
  for (const name of file.by) {
    lines.push(`■ ${name} 別`);
    lines.push(
      ...align([
        ['', '人数', '総合', '判定'],
        ...cellsOf(file, name).map((score) => [valueLabel(score.key[name] ?? ''), ...summary(file, score)]),
      ]),
    );
    lines.push('');
  }
  return lines.join('\n');
}

function wholeLines(file: ScoredFile, whole: ReleasedScore): string[] {
  const texts = new Map(questionsOf(file.questionnaire).map(({ code, text }) => [code, text]));
  const items = whole.items.map(({ item, n, sum }) => [
    item,
    String(n),
    ...mean(file, rational(sum, n)),
    texts.get(item) === item ? '' : (texts.get(item) ?? ''),
  ]);
  return ['■ 全体', ...align([['', '人数', '平均', '判定', ''], ...items, ['総合', ...summary(file, whole), '']])];
}

function summary(file: ScoredFile, { status, n, overall }: ReleasedScore): string[] {
  if (status !== 'published') return ['–', STATUS[status], ''];
  return [String(n), ...(overall ? mean(file, overall) : ['–', ''])];
}

function mean(file: ScoredFile, value: Rational): [string, string] {
  const { bands } = file.questionnaire.scoring;
  return [formatHalfUp(value, 2), bands ? BAND_LABEL[bandOf(value, bands)] : ''];
}
