import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binomialQuantile } from './binomial-quantile.js';
import { logGamma } from './log-gamma.js';
import { normalQuantile } from './normal-quantile.js';
import { randomSources, type RandomSource } from './random-source.js';
import { drawRate, drawSessionRate, ratePosterior } from './rate-posterior.js';

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.99, 2.3263478740408408],
    [0.001, -3.090232306167813],
    [1e-9, -5.997807015007687],
  ])('of %d is %d', (u, z) => {
    expect(normalQuantile(u)).toBeCloseTo(z, 7);
  });
});

describe('logGamma', () => {
  it('is the logarithm of factorials and of √π', () => {
    expect(logGamma(1)).toBeCloseTo(0, 11);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 10);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 11);
    expect(logGamma(0.001)).toBeCloseTo(6.907178885383854, 10);
    let sum = 0;
    for (let k = 2; k < 1000; k += 1) sum += Math.log(k);
    expect(logGamma(1000)).toBeCloseTo(sum, 8);
  });
});

/** P(X <= k) by summing logarithms of the probabilities. */
function binomialCdf(k: number, n: number, p: number): number {
  let total = 0;
  for (let at = 0; at <= k; at += 1) {
    let log = at * Math.log(p) + (n - at) * Math.log(1 - p);
    for (let i = 1; i <= at; i += 1) log += Math.log((n - at + i) / i);
    total += Math.exp(log);
  }
  return total;
}

describe('binomialQuantile', () => {
  const rate = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const rank = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  it('is the smallest count that is likely enough, and within one of it where it is approximate', () => {
    fc.assert(
      fc.property(rank, fc.integer({ min: 1, max: 150 }), rate, (u, n, p) => {
        const k = binomialQuantile(u, n, p);
        const slack = n * Math.min(p, 1 - p) < 30 ? 0 : 1;
        expect(binomialCdf(k + slack, n, p)).toBeGreaterThanOrEqual(u - 1e-9);
        expect(binomialCdf(k - slack - 1, n, p)).toBeLessThanOrEqual(u + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('knows its ends', () => {
    expect([binomialQuantile(0.5, 0, 0.5), binomialQuantile(0.5, 9, 0), binomialQuantile(0.5, 9, 1)]).toEqual([
      0, 0, 9,
    ]);
    for (const n of [5, 5000])
      for (const p of [0.001, 0.4, 0.999])
        for (const u of [0, 1]) {
          const k = binomialQuantile(u, n, p);
          expect(k >= 0 && k <= n && Number.isInteger(k)).toBe(true);
        }
  });

  it('never falls with more trials, but for one where the approximation begins', () => {
    fc.assert(
      fc.property(rank, fc.nat({ max: 3000 }), rate, (u, n, p) => {
        const step = binomialQuantile(u, n + 1, p) - binomialQuantile(u, n, p);
        expect(step).toBeGreaterThanOrEqual(-1);
        if ((n + 1) * Math.min(p, 1 - p) < 30) expect(step).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('randomSources', () => {
  const [source, other] = randomSources(1, 2) as [RandomSource, RandomSource];
  const moments = (draw: () => number): [number, number] => {
    const values = Array.from({ length: 20_000 }, draw);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length];
  };

  it.each<[string, () => number, number, number]>([
    ['uniform', () => source.uniform(), 1 / 2, 1 / 12],
    ['exponential', () => source.exponential(), 1, 1],
    ['gamma of a large shape', () => source.gamma(7.5), 7.5, 7.5],
    ['gamma of a small shape', () => source.gamma(0.4), 0.4, 0.4],
    ['beta', () => source.beta(3, 2), 3 / 5, 6 / (25 * 6)],
    ['beta of small shapes', () => source.beta(0.5, 0.5), 1 / 2, 1 / 8],
    ['beta of tiny shapes', () => source.beta(0.0001, 0.0003), 1 / 4, 3 / 16],
  ])('%s has its mean and variance', (_name, draw, mean, variance) => {
    const [foundMean, foundVariance] = moments(draw);
    // Within four standard errors of the mean; the variance to a tenth.
    expect(Math.abs(foundMean - mean)).toBeLessThan(4 * Math.sqrt(variance / 20_000));
    expect(Math.abs(foundVariance / variance - 1)).toBeLessThan(0.1);
  });

  it('gives each source its own draws, and the same ones for the same seed', () => {
    const draws = (seed: number) =>
      randomSources(seed, 2).map((each) => [each.uniform(), each.uniform(), each.gamma(2)]);
    expect(draws(5)).toEqual(draws(5));
    expect(draws(5)[0]).not.toEqual(draws(5)[1]);
    expect(draws(5)).not.toEqual(draws(6));
    expect(other.uniform()).not.toBe(source.uniform());
  });
});

describe('ratePosterior', () => {
  const mean = ({ points }: ReturnType<typeof ratePosterior>): number =>
    points.reduce((sum, { probability, a, b }) => sum + (probability * a) / (a + b), 0);
  const correlation = ({ points }: ReturnType<typeof ratePosterior>): number =>
    points.reduce((sum, point) => sum + point.probability * point.correlation, 0);

  it('is Jeffreys’ beta where people are independent', () => {
    const independent = ratePosterior([
      { of: 20, hits: 15 },
      { of: 10, hits: 9 },
      { of: 0, hits: 0 },
    ]).points.find((point) => point.correlation === 0);
    expect(independent).toMatchObject({ a: 24.5, b: 6.5 });
  });

  it('knows nothing without sessions', () => {
    const { points } = ratePosterior([]);
    expect(points.every(({ a, b }) => a === 0.5 && b === 0.5)).toBe(true);
    for (const { probability } of points) expect(probability).toBeCloseTo(1 / points.length, 12);
  });

  it('tells sessions that are alike from those that are not', () => {
    const alike = ratePosterior(Array.from({ length: 30 }, () => ({ of: 20, hits: 15 })));
    const unlike = ratePosterior(
      Array.from({ length: 30 }, (_, index) => ({ of: 20, hits: index % 4 === 0 ? 0 : 20 })),
    );
    expect(mean(alike)).toBeCloseTo(0.75, 2);
    expect(mean(unlike)).toBeCloseTo(0.73, 1);
    expect(correlation(alike)).toBeLessThan(0.01);
    expect(correlation(unlike)).toBeGreaterThan(0.4);
  });

  it('weighs correlations as integration over the mean does', () => {
    // The integral over the mean of likelihood times Jeffreys' prior, by 4,000 steps in the arcsine scale, where that prior is even.
    const groups = [3, 9, 5, 10, 7, 2].map((hits) => ({ of: 10, hits }));
    const { points } = ratePosterior(groups);
    const beta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
    const evidence = (rho: number): number => {
      let total = 0;
      for (let step = 0.5; step < 4000; step += 1) {
        const mu = Math.sin((step * Math.PI) / 8000) ** 2;
        const size = (1 - rho) / rho;
        const log = groups.reduce(
          (sum, { of, hits }) =>
            sum + beta(hits + mu * size, of - hits + (1 - mu) * size) - beta(mu * size, (1 - mu) * size),
          0,
        );
        total += Math.exp(log);
      }
      return total;
    };
    const pair = points.filter((point) => [0.05, 0.25].includes(point.correlation));
    const [low, high] = [pair[0]?.probability ?? Number.NaN, pair[1]?.probability ?? Number.NaN];
    expect(high / low / (evidence(0.25) / evidence(0.05))).toBeGreaterThan(0.8);
    expect(high / low / (evidence(0.25) / evidence(0.05))).toBeLessThan(1.25);
  });

  it('draws around its mean, and each session around that', () => {
    const [source] = randomSources(3, 1) as [RandomSource];
    const posterior = ratePosterior(Array.from({ length: 10 }, () => ({ of: 20, hits: 16 })));
    const rates = Array.from({ length: 4000 }, () => drawRate(posterior, source));
    expect(rates.reduce((sum, rate) => sum + rate.mean, 0) / 4000).toBeCloseTo(mean(posterior), 2);
    const sessions = Array.from({ length: 4000 }, () => drawSessionRate({ mean: 0.8, correlation: 0.1 }, source));
    const average = sessions.reduce((sum, rate) => sum + rate, 0) / 4000;
    expect(average).toBeCloseTo(0.8, 1);
    // Variance of the rates: correlation · mean · (1 − mean).
    const variance = sessions.reduce((sum, rate) => sum + (rate - average) ** 2, 0) / 4000;
    expect(variance).toBeGreaterThan(0.014);
    expect(variance).toBeLessThan(0.018);
  });
});
