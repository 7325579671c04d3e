import { formatPercent, type Release, type WeightedMeans } from '#survey-model';
import { favourableNote, hiddenNote, meanNote, rangeNote } from './reading-notes.js';

/** Sentences of the sheet 「方法と秘匿の説明」. What holds for every survey is said once, in docs/methods.md, in full. */

/** What may be said of the whole organisation at this response: under half, under seven tenths, or from there on. */
export function responseNotes({ invited, answered }: Release): string[] {
  if (invited === 0) return ['調査対象の人数が分からないため、回答率は計算していません。'];
  const count = (n: number): string => n.toLocaleString('ja-JP');
  const rate = formatPercent(answered, invited);
  const fact = `調査対象${count(invited)}人のうち${count(answered)}人が回答しました(回答率${rate}%)。`;
  return [fact, whatItAllows(answered / invited)];
}

function whatItAllows(rate: number): string {
  if (rate < 0.5) {
    return (
      '回答率は50%未満です。答えなかった人の考えが平均を左右します。平均の値をそのまま職員全体の値とはみなさず、' +
      '項目や組織の大まかな傾向を読むことにとどめてください。区間と差の判定は、回答者が無作為と仮定した場合のものです。'
    );
  }
  if (rate < 0.7) {
    return (
      '回答率は50%以上70%未満です。職員全体の傾向を読むことができますが、答えなかった人の考えによって平均が動くことがあります。' +
      '小さな差は読み取らないでください。区間と差の判定は、回答者が無作為と仮定した場合のものです。'
    );
  }
  return (
    '回答率は70%以上です。結果を職員全体の傾向として読むことができます。' +
    'ただし、回答の少ない組織では区間の幅に注意してください。区間と差の判定は、回答者が無作為と仮定した場合のものです。'
  );
}

/** @param margins names of the attributes, in Japanese */
export function weightingNotes(weighted: WeightedMeans, margins: readonly string[]): string[] {
  const matched =
    `補正後の平均は、回答者の${margins.join('・')}の構成が名簿と同じになるように重みをつけた平均です(レイキング)。` +
    '補正前との差が大きいほど、答えた人の偏りが結果に表れています。答えなかった人の考えまで補うものではありません。';
  const effect =
    'デザイン効果は、重みのばらつきによって平均の精度がどれだけ下がるかを示す倍率です(1に近いほど偏りが小さい)。' +
    '実質的な回答数は、回答数をデザイン効果で割った数です。';
  const rough = '重みに上限を設けたため、名簿の構成と完全には一致していません。';
  return weighted.converged ? [matched, effect] : [matched, effect, rough];
}

export function intervalNotes(): string[] {
  return [
    '平均の95%区間は、t分布と有限母集団修正(対象者のうち回答した割合が高いほど狭くなる)で計算しています。肯定的回答率の区間はウィルソンの方法によります。' +
      '回答が10人未満の項目などには示しません。区分と総合スコアの区間は、項目どうしの相関を全庁の値とみなして計算しています。',
  ];
}

export function comparisonNotes(): string[] {
  return [
    '全庁との比較は、この組織を除いたほかの職員全体(補集合)と比べたウェルチのt検定によります。全庁の平均にはこの組織自身が含まれるためです。',
    '多くの組織と項目を一度に比べると、偶然だけで差が出るものが混じります。そのため、公表するすべての比較を通して調整し(ベンジャミニ・ホッホベルクの方法)、' +
      '調整後も5%水準で明らかなものだけに▲と▼をつけています。「明確な差なし」は、差がないという意味ではなく、差があるとは言えないという意味です。',
  ];
}

export function comparableNotes(): string[] {
  return [
    '前回の結果は、組織の引継ぎの一覧に従って、今回の組織に合わせて足し合わせたものです。前回と今回の両方で対象だった職員が、' +
      '対象者の多いほうの回の半分に満たない組織は「比較不可」とします。人の入れ替わりと意識の変化を区別できないためです。',
    '回答は匿名で、二つの回の同じ人の回答を結びつけることはできません。そのため、前回との差の判定は、別々の人の回答として慎重に行っています。',
  ];
}

export function estimateNotes(): string[] {
  return [
    '回答が30人未満の組織には、平均とともに縮約推定値(経験ベイズ推定値)を参考に示します。少人数の平均は、一人の回答や偶然で大きく動きます。' +
      '縮約推定値は、平均が偶然動きうる分だけ、同じ階層の組織の平均のほうへ引き寄せた値です。順位づけや色分けにはこちらが適しますが、平均に代わるものではありません。',
  ];
}

export function reliabilityNotes(): string[] {
  return [
    '同じことを尋ねる項目への答えが、どれだけそろっているかを示します(0〜1、全庁の値)。0.7以上が一つの目安です。' +
      'αはクロンバックのアルファ、ωはマクドナルドのオメガです。項目が少ない区分では計算できないか、低くなります。',
  ];
}

export const DRIVERS_CAUTION = '関連の強さであり、原因を示すものではありません。';

export function driversNotes(): string[] {
  return [
    DRIVERS_CAUTION,
    'それぞれの列の結果のばらつきを、各項目がどれだけ説明するかを割り振ったものです(LMG法、全庁の値)。一番下の合計が、項目全体で説明できる割合(決定係数)です。' +
      '総合スコアは項目の平均なので、合計は100%になります。',
  ];
}

/** Why figures are missing: the survey's own numbers, as in the release. */
export function suppressionNotes(release: Release): string[] {
  const { minGroup } = release;
  const secondary =
    `一次秘匿は、回答が${minGroup}人未満の結果を示さないことです。二次秘匿は、${minGroup}人以上でも、示すと足し算・引き算でほかの秘匿した結果が分かってしまう` +
    '結果を示さないことです。すべての表をまとめて点検してから公表しています。';
  const whole = '重みづけ、信頼性、関連要因は、全庁についてだけ計算し、組織ごとには計算しません。';
  return [hiddenNote(release), secondary, rangeNote(release), whole].filter((note) => note !== null);
}

export function meanNotes(release: Release): string[] {
  return [meanNote(release), favourableNote(release)].filter((note) => note !== '');
}
