import { assertCounts, sampleOfCounts } from '../sample.js';
import { meanInterval } from './mean-interval.js';

/** All in percent points. */
export interface ENps {
  /** Promoters minus detractors, −100 to 100. */
  readonly score: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** null when fewer than two answered. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * eNPS (従業員推奨度): the share that answers 9 or 10 (推奨者) minus the share that answers 0 to 6 (批判者), with its interval.
 *
 * The score is 100 times the mean of +1, 0, −1, so its interval is that of a mean with the variance of the trichotomy,
 * (p₊ + p₋ − (p₊ − p₋)²) · n/(n−1), clipped to ±100. Source: Reichheld 2003, Harvard Business Review 81(12):46; the variance is that
 * of a multinomial contrast.
 * @param counts how many chose 0, 1, … 10
 * @param population N, how many were asked; null for an infinite population
 * @returns null when nobody answered
 * @throws RangeError unless there are eleven counts
 */
export function eNps(counts: readonly number[], population: number | null = null, level = 0.95): ENps | null {
  if (counts.length !== 11) throw new RangeError(`eNps: needs counts of 0 to 10, found ${counts.length}`);
  assertCounts(counts);
  const sum = (from: number, to: number) => counts.slice(from, to).reduce((total, count) => total + count, 0);
  const [detractors, passives, promoters] = [sum(0, 7), sum(7, 9), sum(9, 11)];
  const sample = sampleOfCounts([detractors, passives, promoters], -1);
  if (sample.n === 0) return null;
  const percent = (part: number) => (100 * part) / sample.n;
  const interval = meanInterval(sample, population, level);
  return {
    score: percent(promoters - detractors),
    promoters: percent(promoters),
    passives: percent(passives),
    detractors: percent(detractors),
    low: interval && Math.max(-100, 100 * interval.low),
    high: interval && Math.min(100, 100 * interval.high),
  };
}
