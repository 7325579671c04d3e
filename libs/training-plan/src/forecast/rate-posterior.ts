import { logGamma } from './log-gamma.js';
import type { RandomSource } from './random-source.js';

/** Of `of` people `hits` did it, in one session. */
export interface RateGroup {
  readonly of: number;
  readonly hits: number;
}

/** A rate over all sessions, and how alike people of one session are: their correlation, 0 to 1. */
export interface SessionRate {
  readonly mean: number;
  readonly correlation: number;
}

/** What past sessions say about a rate. */
export interface RatePosterior {
  /** Correlations with the probability of each, and the beta distribution of the mean that goes with it. */
  readonly points: readonly {
    readonly correlation: number;
    readonly probability: number;
    readonly a: number;
    readonly b: number;
  }[];
}

/** Denser near 0, so that modest correlation is likely beforehand: of rates in groups 0 to 0.2 is what is found as a rule. */
const CORRELATIONS = [0, 0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.14, 0.19, 0.25, 0.33, 0.45];

/**
 * Posterior of a rate that varies between sessions: beta-binomial counts, with every correlation of `CORRELATIONS` equally likely
 * beforehand and Jeffreys' Beta(1/2, 1/2) for the mean.
 *
 * For a given correlation ρ a session of n people is worth n / (1 + (n − 1)ρ) independent ones (Kish's design effect), which gives
 * the mean a Beta(1/2 + weighted hits, 1/2 + weighted misses): for ρ = 0 exactly Beta(1/2 + hits, 1/2 + misses). The probability of ρ
 * is proportional to its beta-binomial likelihood at that mean times the width of the mean's posterior (Laplace's approximation of the
 * integral over the mean). Why not one estimate of ρ: of a few sessions it is mostly noise, often 0, and intervals come out too narrow.
 */
export function ratePosterior(groups: readonly RateGroup[]): RatePosterior {
  const filled = groups.filter(({ of }) => of > 0);
  const points = CORRELATIONS.map((correlation) => {
    let [a, b] = [0.5, 0.5];
    for (const { of, hits } of filled) {
      const weight = 1 / (1 + (of - 1) * correlation);
      a += hits * weight;
      b += (of - hits) * weight;
    }
    return { correlation, a, b, evidence: logLikelihood(filled, a / (a + b), correlation) - 0.5 * Math.log(a + b + 1) };
  });
  const best = Math.max(...points.map(({ evidence }) => evidence));
  const total = points.reduce((sum, { evidence }) => sum + Math.exp(evidence - best), 0);
  return {
    points: points.map(({ correlation, a, b, evidence }) => ({
      ...{ correlation, a, b },
      probability: Math.exp(evidence - best) / total,
    })),
  };
}

export function drawRate({ points }: RatePosterior, source: RandomSource): SessionRate {
  let left = source.uniform();
  for (const { correlation, probability, a, b } of points) {
    left -= probability;
    if (left < 0) return { mean: source.beta(a, b), correlation };
  }
  const last = points.at(-1);
  return { mean: last ? source.beta(last.a, last.b) : source.beta(0.5, 0.5), correlation: last?.correlation ?? 0 };
}

/** The rate of one session. */
export function drawSessionRate({ mean, correlation }: SessionRate, source: RandomSource): number {
  if (correlation === 0 || mean <= 0 || mean >= 1) return mean;
  const size = (1 - correlation) / correlation;
  return source.beta(mean * size, (1 - mean) * size);
}

/** Up to what does not depend on mean or correlation. */
function logLikelihood(groups: readonly RateGroup[], mean: number, correlation: number): number {
  if (correlation === 0)
    return groups.reduce((sum, { of, hits }) => sum + hits * Math.log(mean) + (of - hits) * Math.log(1 - mean), 0);
  const size = (1 - correlation) / correlation;
  const [a, b] = [mean * size, (1 - mean) * size];
  const base = logGamma(a + b) - logGamma(a) - logGamma(b);
  return groups.reduce(
    (sum, { of, hits }) => sum + base + logGamma(hits + a) + logGamma(of - hits + b) - logGamma(of + a + b),
    0,
  );
}
