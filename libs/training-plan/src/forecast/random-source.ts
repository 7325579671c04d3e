import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

// Taken once: every look-up of a global costs time in the innermost loop.
const { cos, log, PI, sqrt } = Math;

/** Independent draws from the usual distributions. */
export interface RandomSource {
  /** Within [0, 1). */
  uniform(): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** Gamma with a shape above 0 and scale 1. */
  gamma(shape: number): number;
  /** Beta with both shapes above 0. */
  beta(a: number, b: number): number;
}

/**
 * So many sources that never meet: one generator, jumped ahead by 2^64 draws for each (xoroshiro128+).
 * The same seed gives the same draws.
 */
export function randomSources<Count extends number>(seed: number, count: Count): RandomSource[] & { length: Count } {
  const generator = xoroshiro128plus(seed);
  return Array.from({ length: count }, () => {
    const own = generator.clone();
    generator.jump();
    return sourceOf(() => uniformFloat64(own));
  }) as RandomSource[] & { length: Count };
}

function sourceOf(uniform: () => number): RandomSource {
  const exponential = (): number => -log(1 - uniform());
  /** Box and Muller (1958); the second of the pair is not kept, so that draws depend on nothing before them. */
  const normal = (): number => sqrt(2 * exponential()) * cos(2 * PI * uniform());

  /** Marsaglia and Tsang, "A simple method for generating gamma variables" (ACM TOMS 26, 2000). */
  const largeGamma = (shape: number): number => {
    const d = shape - 1 / 3;
    const c = 1 / sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && log(1 - uniform()) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
    }
  };
  const gamma = (shape: number): number =>
    shape >= 1 ? largeGamma(shape) : largeGamma(shape + 1) * (1 - uniform()) ** (1 / shape);

  const beta = (a: number, b: number): number => {
    const [x, y] = [gamma(a), gamma(b)];
    // Both vanish only where both shapes are tiny, and the distribution lies at its two ends.
    return x + y > 0 ? x / (x + y) : uniform() < a / (a + b) ? 1 : 0;
  };
  return { uniform, exponential, gamma, beta };
}
