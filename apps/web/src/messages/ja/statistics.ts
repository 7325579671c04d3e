export const statisticsJa = {
  bounds: (low: string, high: string, unit: string) => `${low}〜${high}${unit}`,
  intervalSpoken: '95%信頼区間',
  intervalNote:
    '平均や割合の下の小さな数字は、95%信頼区間です(回答者が無作為に選ばれたと仮定した場合。有限母集団補正あり)。',
  methodsLink: 'この画面の読み方',
  estimate: (estimate: string) => `縮約推定値 ${estimate}`,
  estimateNote:
    '縮約推定値は、小さな組織(回答者がおおむね30人未満)の平均は偶然に振れやすいため、同じ階層の組織の平均へ引き寄せた推定値です。平均の代わりではなく、あわせて見るための数値です。',
  unclear: '明確な差なし',
  spoken: {
    rest: { higher: 'それ以外の職員より高い', lower: 'それ以外の職員より低い' },
    previous: { higher: '前回より高い', lower: '前回より低い' },
  },
  rest: 'それ以外との差',
  previous: '前回との差',
  previousLabel: '前回との差:',
  differenceNote: (detail: number) =>
    `▲▼は、統計的に明確な差があるときだけ付けます(5%水準。比べた数の多さを調整)。「—」は、回答者が${detail}人未満か、比べる相手がないため判定しません。`,
  trend: {
    title: '全体の経年変化',
    ownTitle: '経年変化',
    caption: '総合スコア・区分・項目の平均を、古い調査から順に並べたものです。',
    chartLabel: '総合スコアと区分の平均の折れ線グラフ。同じ数値が下の表にあります。',
    groupsTitle: (label: string) => `${label}別の総合スコアの経年変化`,
    groupsCaption: (label: string) => `${label}ごとの総合スコアを、古い調査から順に並べたものです。`,
    figure: '項目',
    responses: (answered: string, rate: string) => `${answered}人 ${rate}%`,
    hidden: '秘匿',
    hiddenReason: 'この調査の公表版で秘匿だったか、秘匿の数値を含むため表示しません。',
    notComparable: '比較不可',
    notComparableReason: 'この組織は、前回と今回で同じ職員が半数未満のため比較しません。',
    none: '前回なし',
    note: '「比較不可」は、この組織は前回と今回で同じ職員が半数未満のため比較しません。「秘匿」は、その調査で秘匿だった数値です。「—」は前回なし(その調査にこの組織・層の数値がない)です。',
  },
  weighting: {
    title: '回答の偏りの補正',
    none: '名簿の構成と照らし合わせられないため、補正後の数値はありません。',
    caption: '単純集計と、名簿の構成に合わせて補正した平均',
    figure: '項目',
    plain: '単純集計',
    weighted: '補正後',
    difference: '差',
    designEffect: 'デザイン効果',
    designEffectNote: '1に近いほど、補正による精度の低下が小さい',
    effective: '実効回答者数',
    margins: '合わせた構成',
    collapsed: (margin: string, values: string) => `${margin}: ${values} は人数が少ないため、まとめて扱いました。`,
    notConverged: '回答者が少ない層の重みに上限を設けたため、名簿の構成に完全には合っていません。',
    note: '差は「補正後−単純集計」で、表示した数値どうしの差です。補正した数値は全体だけに示します。',
  },
  response: {
    rate: (percent: string) => `回答率は${percent}%です。`,
    low: (share: string) =>
      `回答しなかった職員が${share}いるため、この結果は「回答した職員の状況」であり、全職員の平均とは限りません。`,
    middle: (share: string) =>
      `回答しなかった職員が${share}います。その人たちの考えが回答した職員と大きく違えば、全職員の平均はこの結果からずれます。`,
    high: (share: string) =>
      `多くの職員が回答しており、全職員のおおよその状況と見てよい水準です。ただし、回答しなかった職員(${share})の考えは分かりません。`,
    everybody: '全員が回答しているため、この結果は全職員の状況そのものです。',
    corrected: (margins: string, plain: string, weighted: string, difference: string) =>
      `${margins}の偏りを補正すると、総合スコアは${plain}→${weighted}です(差 ${difference})。`,
    limits: (count: number) => `補正で直せるのは、この${count}つの偏りだけです。`,
    precision: (effective: string, answered: string, effect: string) =>
      `補正後の数値の精度は、回答者${effective}人分に相当します(${answered}人 ÷ デザイン効果 ${effect})。`,
    separator: '・',
    share: (tenths: number, side: 'near' | 'about' | 'over') => {
      if (tenths === 0) return '1割未満';
      if (tenths === 10) return '9割以上';
      return { near: `${tenths}割近く`, about: `約${tenths}割`, over: `${tenths}割あまり` }[side];
    },
  },
  reliability: {
    title: '尺度の信頼性',
    caption: (n: string) => `区分ごとのα係数とω係数。対象: すべての項目に答えた${n}人`,
    scale: '区分',
    items: '項目数',
    alpha: 'α(クロンバック)',
    omega: 'ω(マクドナルド)',
    all: 'すべての項目',
    reading: '項目どうしがまとまって同じことを測っているかを表し、0.7以上が目安です。',
    missing: '「—」は、項目が1つか2つのため、または計算できないため示しません。',
  },
  drivers: {
    overallTitle: '総合スコアとの関連',
    outcomeTitle: (text: string, number: number) => `「${text}」(設問${number})との関連`,
    warning: '関連の強さであり、原因を示すものではありません。',
    caption: '関連の強い項目から順に並べたものです。',
    share: 'ばらつきに占める割合',
    correlation: '相関係数',
    explained: (percent: string) => `ほかの項目をあわせて、この設問への回答のばらつきの${percent}%と重なっています。`,
    whole: '総合スコアは項目の平均なので、割合の合計は100%になります。',
  },
  noAnalysis: '回答者が少ないため、分析は表示しません。',
};
