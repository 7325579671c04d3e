import { shownDifference } from './signed-text.js';

export interface ResponseFacts {
  /** Percent to one decimal, "31.2". */
  readonly responseRate: string;
  readonly answered: string;
  /** Names of the attributes that the correction matches; none: nothing was corrected. */
  readonly margins: readonly string[];
  readonly plain: string | null;
  readonly weighted: string | null;
  readonly designEffect: string | null;
  readonly effectiveN: string | null;
}

export type Side = 'near' | 'about' | 'over';

export interface ResponseWords {
  readonly rate: (percent: string) => string;
  readonly low: (share: string) => string;
  readonly middle: (share: string) => string;
  readonly high: (share: string) => string;
  readonly everybody: string;
  readonly corrected: (margins: string, plain: string, weighted: string, difference: string) => string;
  readonly limits: (count: number) => string;
  readonly precision: (effective: string, answered: string, effect: string) => string;
  readonly separator: string;
  readonly share: (tenths: number, side: Side) => string;
}

/** Under the first the answers speak for the respondents only; from the second on they describe everybody roughly. Percent. */
const FROM_MIDDLE = 50;
const FROM_HIGH = 70;

/** What the response rate allows to be said, and what the correction for non-response changes. */
export function responseSentence(facts: ResponseFacts, words: ResponseWords): string {
  return words.rate(facts.responseRate) + meaningOf(Number(facts.responseRate), words) + correction(facts, words);
}

function meaningOf(rate: number, words: ResponseWords): string {
  if (rate >= 100) return words.everybody;
  const share = sharePhrase(100 - rate, words);
  if (rate < FROM_MIDDLE) return words.low(share);
  return rate < FROM_HIGH ? words.middle(share) : words.high(share);
}

function correction(facts: ResponseFacts, words: ResponseWords): string {
  const { margins, plain, weighted, designEffect, effectiveN, answered } = facts;
  const difference = shownDifference(weighted, plain);
  if (margins.length === 0 || plain === null || weighted === null || difference === null) return '';
  const precision =
    designEffect === null || effectiveN === null ? '' : words.precision(effectiveN, answered, designEffect);
  const corrected = words.corrected(margins.join(words.separator), plain, weighted, difference);
  return corrected + words.limits(margins.length) + precision;
}

/** From this far under a full tenth on it counts as nearly that tenth. Percent. */
const NEAR = 3;

/** 68.8 -> 7割近く, 65.4 -> 6割あまり, 70.3 -> 約7割. */
export function sharePhrase(percent: number, words: Pick<ResponseWords, 'share'>): string {
  const nearest = Math.round(percent / 10);
  const off = percent - nearest * 10;
  if (Math.abs(off) <= 0.5) return words.share(nearest, 'about');
  return off < 0 && -off <= NEAR ? words.share(nearest, 'near') : words.share(Math.floor(percent / 10), 'over');
}
