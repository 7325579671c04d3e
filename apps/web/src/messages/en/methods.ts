import type { methodsJa } from '../ja/methods.js';

export const methodsEn: typeof methodsJa = {
  title: 'How to read this page (statistical methods)',
  lead: 'Formulas and sources are in the product’s document “Statistical methods” (docs/methods.md).',
  entries: (k, detail) => [
    {
      term: '95% interval',
      text: 'Where the mean would lie had everybody answered, if respondents were a random part of those asked. The more of a group answered, the narrower (finite population correction). Shares: Wilson’s method.',
    },
    {
      term: '▲▼ and “no clear difference”',
      text: 'Two means are compared by Welch’s t test, adjusted for all comparisons of the kind (Benjamini and Hochberg); ▲▼ appear at the 5% level only. “No clear difference” does not mean equal.',
    },
    {
      term: 'Against the rest',
      text: 'The people of a group against all others (the complement), never against the total that holds them.',
    },
    {
      term: 'Shrunken estimate',
      text: 'Means of groups with few respondents vary by chance; they are drawn towards the mean of departments on the same level, the more the fewer there are (empirical Bayes).',
    },
    {
      term: 'Corrected figures',
      text: 'Answers are weighted so that departments, positions and ages have the roster’s shares (raking). Other differences between those who answered and those who did not cannot be mended. The design effect says how much precision that costs.',
    },
    {
      term: 'Alpha and omega',
      text: 'How far several items measure one thing, from 0 to 1; 0.7 and more is usual. Of people who answered every item.',
    },
    {
      term: 'Strength of association (LMG)',
      text: 'How the variance of an outcome divides among the other items, averaged over all orders in which they may enter. Association, not cause.',
    },
    {
      term: 'Not comparable',
      text: 'Departments of which under half of the staff are the same as last time are not compared with it.',
    },
    {
      term: 'Suppression',
      text: `Figures of groups under ${k} respondents (primary), and figures from which they could be derived (secondary), are not shown. Distributions, favourable shares, intervals and comparisons are shown from ${detail} respondents.`,
    },
  ],
};
