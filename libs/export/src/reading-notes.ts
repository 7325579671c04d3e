import {
  BAND_LABEL,
  favourableOptions,
  scoredItems,
  shownMean,
  formatShown,
  type Band,
  type Release,
} from '#survey-model';
import { BAND_SYMBOL } from './cell-style.js';

export function bandText(band: Band): string {
  return `${BAND_SYMBOL[band]} ${BAND_LABEL[band]}`;
}

/** 「▲ 高い:3.8を超える …」, or null when the questionnaire has no thresholds. */
export function bandNote({ questionnaire }: Release): string | null {
  const { bands } = questionnaire.scoring;
  if (!bands) return null;
  return (
    `判定は、${bandText('high')}:${bands.high}を超える、${bandText('middle')}:${bands.low}以上${bands.high}以下` +
    `(${bands.norm}が平均的な水準)、${bandText('low')}:${bands.low}未満。丸める前の平均で判定します。`
  );
}

export function meanNote(release: Release): string {
  const scale = scaleOf(release);
  const range = scale ? `(${scale.min}〜${scale.max}点)` : '';
  return (
    `項目の平均${range}は、その項目に答えた人だけで計算しています(無回答と「答えない」は含みません)。` +
    '区分と総合スコアは、項目の平均を単純に平均したものです。表示は小数第2位まで(四捨五入)。'
  );
}

export const DIFFERENCE_NOTE =
  '差は、丸める前の「この組織の平均−全庁の平均」を四捨五入したものです。表の数字どうしの引き算と0.01ずれることがあります。';

export function hiddenNote({ minGroup, detailMinGroup }: Release): string {
  const detail =
    detailMinGroup > minGroup ? `${minGroup}〜${detailMinGroup - 1}人の項目は回答数・平均・判定だけを示し、` : '';
  return (
    `個人の回答が分からないように、回答が${minGroup}人未満の結果と、表示すると差し引きで少人数の結果が分かる部分は「秘匿」としています。` +
    `${detail}分布と肯定的回答率は${detailMinGroup}人以上の項目だけに示します。`
  );
}

/** Says that means at the ends of the scale are shown as a range, with this scale's own limits. */
export function rangeNote(release: Release): string | null {
  const scale = scaleOf(release);
  if (!scale || release.detailMinGroup <= 1) return null;
  const [top, bottom] = [scale.max, scale.min].map((sum) =>
    formatShown(shownMean({ n: 1, sum }, scale, release.detailMinGroup), 2),
  );
  return `回答が${release.detailMinGroup}人未満の項目では、両端の平均を「${top}」「${bottom}」のように範囲で示します。`;
}

export function favourableNote(release: Release): string {
  const scale = scaleOf(release);
  if (!scale) return '';
  const count = favourableOptions(scale);
  const labels = scale.labels?.slice(-count).map((label) => `「${label}」`) ?? [];
  const named = labels.length > 0 ? `(${labels.join('')})` : '';
  return `肯定的回答率は、上位${count}つの選択肢${named}を選んだ人の割合です。`;
}

function scaleOf(release: Release) {
  return scoredItems(release.questionnaire)[0]?.scale;
}
