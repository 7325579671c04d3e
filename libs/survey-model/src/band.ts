import type { BandThresholds } from './questionnaire.js';
import { compareRational, rationalFromDecimal, type Rational } from './rational.js';

/** 判定. high 高い, middle 中程度, low 低い. */
export type Band = 'high' | 'middle' | 'low';

export const BAND_LABEL: Readonly<Record<Band, string>> = { high: '高い', middle: '中程度', low: '低い' };

/** Above `high` is high, below `low` is low, the thresholds themselves are middle. Judged on the exact mean, not the rounded one. */
export function bandOf(mean: Rational, thresholds: BandThresholds): Band {
  if (compareRational(mean, rationalFromDecimal(thresholds.high)) > 0) return 'high';
  if (compareRational(mean, rationalFromDecimal(thresholds.low)) < 0) return 'low';
  return 'middle';
}
