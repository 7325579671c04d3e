import { bandOf, type Band } from './band.js';
import type { BandThresholds, Scale } from './questionnaire.js';
import {
  addRational,
  compareRational,
  divideRational,
  formatHalfUp,
  rational,
  subtractRational,
  type Rational,
} from './rational.js';

/**
 * A mean as it may be shown: `exact` (low = high), or only the range it lies in.
 *
 * In a group too small for a distribution, a mean at the very end of the scale says what nearly everybody answered. Such means are
 * shown by one general rule as 「4.8以上」 or 「1.2以下」, and what is made of them (category means, differences) is a range as well:
 * from an exact category mean the hidden mean could be had by subtraction (DESIGN.md section 7, rule 5).
 */
export interface ShownMean {
  readonly kind: 'exact' | 'at-least' | 'at-most' | 'between';
  readonly low: Rational;
  readonly high: Rational;
}

export function exactMean(mean: Rational): ShownMean {
  return { kind: 'exact', low: mean, high: mean };
}

/**
 * The mean sum/n of one item as it may be shown. Below `detailMinGroup` answers the outer twentieth of the scale at each end is shown
 * as a range: 1.2 and under, 4.8 and over on a scale from 1 to 5.
 * @throws RangeError when n is 0.
 */
export function shownMean(
  tally: { readonly n: number; readonly sum: number },
  scale: Scale,
  detailMinGroup: number,
): ShownMean {
  const mean = rational(tally.sum, tally.n);
  if (tally.n >= detailMinGroup) return exactMean(mean);
  const margin = rational(scale.max - scale.min, 20);
  const top = subtractRational(rational(scale.max), margin);
  const bottom = addRational(rational(scale.min), margin);
  if (compareRational(mean, top) >= 0) return { kind: 'at-least', low: top, high: rational(scale.max) };
  if (compareRational(mean, bottom) <= 0) return { kind: 'at-most', low: rational(scale.min), high: bottom };
  return exactMean(mean);
}

/** Plain mean of shown means. @throws RangeError when the list is empty. */
export function meanOfShown(means: readonly ShownMean[]): ShownMean {
  if (means.length === 0) throw new RangeError('meanOfShown: no values');
  const sum = means.reduce((a, b) => ({
    kind: join(a.kind, b.kind),
    low: addRational(a.low, b.low),
    high: addRational(a.high, b.high),
  }));
  return { kind: sum.kind, low: divideRational(sum.low, means.length), high: divideRational(sum.high, means.length) };
}

/** a − b, as exactly as both may be shown. */
export function subtractShown(a: ShownMean, b: ShownMean): ShownMean {
  return {
    kind: join(a.kind, opposite(b.kind)),
    low: subtractRational(a.low, b.high),
    high: subtractRational(a.high, b.low),
  };
}

/** The band, or null where the range reaches into two bands. */
export function bandOfShown(mean: ShownMean, thresholds: BandThresholds): Band | null {
  const band = bandOf(mean.low, thresholds);
  return bandOf(mean.high, thresholds) === band ? band : null;
}

/** 「3.25」, 「4.80以上」, 「1.20以下」 or 「2.10〜2.30」, half up. */
export function formatShown(mean: ShownMean, digits: number): string {
  const low = formatHalfUp(mean.low, digits);
  const high = formatHalfUp(mean.high, digits);
  const texts = { exact: low, 'at-least': `${low}以上`, 'at-most': `${high}以下`, between: `${low}〜${high}` };
  return texts[mean.kind];
}

function join(a: ShownMean['kind'], b: ShownMean['kind']): ShownMean['kind'] {
  if (a === b || b === 'exact') return a;
  return a === 'exact' ? b : 'between';
}

function opposite(kind: ShownMean['kind']): ShownMean['kind'] {
  if (kind === 'at-least') return 'at-most';
  return kind === 'at-most' ? 'at-least' : kind;
}
