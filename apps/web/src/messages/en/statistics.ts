import type { statisticsJa } from '../ja/statistics.js';

export const statisticsEn: typeof statisticsJa = {
  bounds: (low, high, unit) => `${low}–${high}${unit}`,
  intervalSpoken: '95% interval',
  intervalNote:
    'The small figures under means and shares are 95% confidence intervals (as if respondents were chosen at random; with finite population correction).',
  methodsLink: 'How to read this page',
  estimate: (estimate) => `Shrunken estimate ${estimate}`,
  estimateNote:
    'Means of small departments (under about 30 respondents) vary by chance; the shrunken estimate is drawn towards the mean of departments on the same level. Read it beside the mean, not instead of it.',
  unclear: 'no clear difference',
  spoken: {
    rest: { higher: 'higher than everybody else', lower: 'lower than everybody else' },
    previous: { higher: 'higher than last time', lower: 'lower than last time' },
  },
  rest: 'Against the rest',
  previous: 'Since last time',
  previousLabel: 'Since last time:',
  differenceNote: (detail) =>
    `▲▼ mark differences that are statistically clear (5% level, adjusted for the number of comparisons), and no others. “—”: under ${detail} respondents, or nothing to compare with.`,
  trend: {
    title: 'Everybody over the years',
    ownTitle: 'Over the years',
    caption: 'Overall score, categories and items, the oldest survey first.',
    chartLabel: 'Line chart of the overall score and the categories. The table below has the same figures.',
    groupsTitle: (label) => `Overall score over the years: ${label}`,
    groupsCaption: (label) => `Overall score by ${label}, the oldest survey first.`,
    figure: 'Item',
    responses: (answered, rate) => `n ${answered}, ${rate}%`,
    hidden: 'suppressed',
    hiddenReason: 'Suppressed in the release of that survey, or containing a suppressed figure.',
    notComparable: 'not comparable',
    notComparableReason: 'Under half of the staff of this department are the same as last time: not compared.',
    none: 'none last time',
    note: '“Not comparable”: under half of the staff are the same as last time. “Suppressed”: it was suppressed in that survey. “—”: that survey has no such figure.',
  },
  weighting: {
    title: 'Correction for non-response',
    none: 'There is no roster to compare with, so there are no corrected figures.',
    caption: 'Plain means and means weighted to the roster',
    figure: 'Item',
    plain: 'Plain',
    weighted: 'Corrected',
    difference: 'Difference',
    designEffect: 'Design effect',
    designEffectNote: 'the nearer to 1, the less precision the correction costs',
    effective: 'Effective respondents',
    margins: 'Matched to',
    collapsed: (margin, values) => `${margin}: ${values} have few people and were taken together.`,
    notConverged: 'Weights of small groups were capped, so the roster is not matched completely.',
    note: 'The difference is corrected minus plain, of the figures shown. Corrected figures exist for everybody only.',
  },
  response: {
    rate: (percent) => `The response rate is ${percent}%. `,
    low: (share) =>
      `${share} of the staff did not answer: these figures describe those who did, and not necessarily everybody. `,
    middle: (share) =>
      `${share} of the staff did not answer. If their views are very different, the mean of all staff differs from these figures. `,
    high: (share) =>
      `Most of the staff answered: the figures describe all staff roughly. What those who did not answer (${share.toLowerCase()}) think is unknown. `,
    everybody: 'Everybody answered: the figures describe all staff.',
    corrected: (margins, plain, weighted, difference) =>
      `Corrected for ${margins} the overall score goes from ${plain} to ${weighted} (${difference}). `,
    limits: (count) => `The correction mends these ${count} imbalances and no others. `,
    precision: (effective, answered, effect) =>
      `The corrected figures are as precise as ${effective} respondents (${answered} ÷ design effect ${effect}).`,
    separator: ', ',
    share: (tenths, side) => {
      if (tenths === 0) return 'Less than 10%';
      if (tenths === 10) return 'More than 90%';
      return `${{ near: 'Nearly', about: 'About', over: 'Over' }[side]} ${tenths * 10}%`;
    },
  },
  reliability: {
    title: 'Reliability',
    caption: (n) => `Alpha and omega by category, of the ${n} people who answered every item`,
    scale: 'Category',
    items: 'Items',
    alpha: 'α (Cronbach)',
    omega: 'ω (McDonald)',
    all: 'All items',
    reading: 'How far the items measure one thing together; 0.7 and more is usual.',
    missing: '“—”: one or two items, or not computable.',
  },
  drivers: {
    overallTitle: 'What goes with the overall score',
    outcomeTitle: (text, number) => `What goes with “${text}” (item ${number})`,
    warning: 'This is the strength of association. It does not show causes.',
    caption: 'The strongest association first.',
    share: 'Share of the variance',
    correlation: 'Correlation',
    explained: (percent) => `The other items together overlap with ${percent}% of the variance of this item.`,
    whole: 'The overall score is the mean of the items, so the shares add up to 100%.',
  },
  noAnalysis: 'Too few respondents for an analysis.',
};
