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

/** 「高い:3.8を超える …」, or null when the questionnaire has no thresholds. */
export function bandNote({ questionnaire }: Release): string | null {
  const { bands } = questionnaire.scoring;
  if (!bands) return null;
  return (
    `水準は、${BAND_LABEL.high}:${bands.high}を超える、${BAND_LABEL.middle}:${bands.low}以上${bands.high}以下` +
    `(${bands.norm}が平均的な水準)、${BAND_LABEL.low}:${bands.low}未満。丸める前の平均で決めます。`
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
  '差は、丸める前の平均どうしの差(全庁とは「この組織−全庁」、前回とは「今回−前回」)を四捨五入したものです。' +
  '表の数字どうしの引き算と0.01ずれることがあります。';

export const DIRECTION_NOTE =
  '差の判定は、▲:統計的に明らかに高い、▼:明らかに低い(5%水準、多重比較を調整)。「明確な差なし」は偶然でも起こる程度の差で、' +
  '上がった・下がったとは言えません。全庁との比較では、この組織を除くほかの職員全体と比べて判定します。';

export const INTERVAL_NOTE =
  '95%区間(下限・上限)は、回答者が対象者から無作為に選ばれたと仮定した場合に、対象者全員の平均があると考えられる範囲です。' +
  '幅が広いほど、平均は不確かです。';

export const SHARE_INTERVAL_NOTE =
  '95%区間は、回答者が対象者から無作為に選ばれたと仮定した場合に、対象者全員の肯定的回答率があると考えられる範囲です。';

export const COMPARABLE_NOTE =
  '「比較不可」は、前回と今回の両方で対象だった職員が、対象者の多いほうの回の半分に満たないことを示します。「—」は、該当する結果がないことを示します。';

export const ESTIMATE_NOTE =
  '縮約推定値は、回答が30人未満の組織の平均を、同じ階層の組織の平均のほうへ、偶然のぶれが大きいほど強く引き寄せた値です。' +
  '少人数の平均の読みすぎを防ぐための参考で、平均に代わるものではありません。';

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
