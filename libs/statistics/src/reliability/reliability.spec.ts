import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectAllDigits, expectDigits } from '../../../../test/factories/significant-digits.js';
import { attitudeRows, referenceReliability } from '../../../../test/factories/stats-cases.js';
import {
  alphaIfDropped,
  correlationOf,
  CrossProducts,
  cronbachAlpha,
  itemRestCorrelations,
  mcdonaldOmega,
  omegaOfLoadings,
  standardizedAlpha,
} from '../index.js';

const reference = referenceReliability();
const attitude = attitudeRows().reduce((products, row) => products.add(row), new CrossProducts(7));
const [covariance, correlation] = [attitude.covariance(), attitude.correlation() ?? []];

/** ln|M| and M⁻¹ by Gauss–Jordan elimination: independent of what the product uses. */
function invert(matrix: readonly (readonly number[])[]): { logDeterminant: number; inverse: number[][] } {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let logDeterminant = 0;
  for (let at = 0; at < size; at += 1) {
    const pivotRow = rows[at] ?? [];
    const pivot = pivotRow[at] ?? NaN;
    logDeterminant += Math.log(pivot);
    rows[at] = pivotRow.map((value) => value / pivot);
    rows.forEach((row, i) => {
      const factor = row[at] ?? 0;
      if (i !== at) rows[i] = row.map((value, j) => value - factor * (rows[at]?.[j] ?? 0));
    });
  }
  return { logDeterminant, inverse: rows.map((row) => row.slice(size)) };
}

/** ln|Σ| + tr(RΣ⁻¹) − ln|R| − k for Σ = λλᵀ + Ψ. */
function likelihoodDiscrepancy(
  r: readonly (readonly number[])[],
  loadings: readonly number[],
  unique: readonly number[],
) {
  const sigma = loadings.map((a, i) => loadings.map((b, j) => a * b + (i === j ? (unique[i] ?? NaN) : 0)));
  const { logDeterminant, inverse } = invert(sigma);
  const trace = r.reduce(
    (sum, row, i) => row.reduce((part, value, j) => part + value * (inverse[j]?.[i] ?? NaN), sum),
    0,
  );
  return logDeterminant + trace - invert(r).logDeterminant - r.length;
}

/** Central differences in all loadings and uniquenesses. */
function likelihoodGradient(r: readonly (readonly number[])[], loadings: readonly number[]): number[] {
  const step = 1e-4;
  const point = [...loadings, ...loadings.map((loading) => 1 - loading ** 2)];
  const at = (moved: readonly number[]) => likelihoodDiscrepancy(r, moved.slice(0, r.length), moved.slice(r.length));
  const shifted = (i: number, by: number) => at(point.map((value, j) => (i === j ? value + by : value)));
  // Five points, so that the error is of the order step⁴.
  return point.map(
    (_, i) =>
      (8 * (shifted(i, step) - shifted(i, -step)) - (shifted(i, 2 * step) - shifted(i, -2 * step))) / (12 * step),
  );
}

describe('alpha on attitude', () => {
  it('agrees with R psych to 12 digits', () => {
    expectDigits(cronbachAlpha(covariance), reference.attitude.raw_alpha, 12);
    expectDigits(standardizedAlpha(correlation), reference.attitude.std_alpha, 12);
    expectAllDigits(alphaIfDropped(covariance), reference.attitude.alpha_if_dropped, 12);
    expectAllDigits(itemRestCorrelations(covariance), reference.attitude.r_drop, 12);
  });

  it('says where there is none', () => {
    expect(cronbachAlpha([[1]])).toBeNull();
    expect(cronbachAlpha([])).toBeNull();
    const still = [
      [0, 0],
      [0, 0],
    ];
    expect(cronbachAlpha(still)).toBeNull();
    expect(alphaIfDropped(still)).toEqual([null, null]);
    expect(itemRestCorrelations(still)).toEqual([null, null]);
    expect(correlationOf(still)).toBeNull();
  });

  it('is 1 for the same item k times, 0 for unrelated ones', () => {
    const square = (size: number, other: number) =>
      Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_each, j) => (i === j ? 2 : other)));
    expect(cronbachAlpha(square(4, 2))).toBe(1);
    expect(cronbachAlpha(square(4, 0))).toBe(0);
  });
});

describe('omega', () => {
  it('is the formula of the reference on the loadings of the reference', () => {
    // R takes the uniquenesses its optimiser stopped at, which are 1 − λ² to six or seven digits only.
    expectDigits(omegaOfLoadings(reference.bfi_agree.loadings_factanal), reference.bfi_agree.omega_factanal, 7);
    expectDigits(omegaOfLoadings(reference.attitude.loadings_ml), reference.attitude.omega_ml_factanal, 6);
  });

  it('agrees with R on attitude as far as its optimiser goes: omega to 6 digits, loadings within 2e-6', () => {
    const found = mcdonaldOmega(correlation);
    expectDigits(found?.omega, reference.attitude.omega_ml_factanal, 6);
    found?.loadings.forEach((loading, i) =>
      expect(Math.abs(loading - (reference.attitude.loadings_ml[i] ?? NaN))).toBeLessThan(2e-6),
    );
  });

  it('agrees to 12 digits with the root of the likelihood equations (mpmath, 40 digits)', () => {
    const found = mcdonaldOmega(correlation);
    expectDigits(found?.omega, 0.840544489688765046, 12);
    expectAllDigits(
      [...(found?.loadings ?? [])],
      [
        0.852477361456671863, 0.902241080768655384, 0.592705559200659746, 0.730696668329775593, 0.764994330405343032,
        0.246092770180774789, 0.377845303070625628,
      ],
      12,
    );
  });

  it('is an optimum of the likelihood, and a better one than that of R', () => {
    const loadings = mcdonaldOmega(correlation)?.loadings ?? [];
    const value = (at: readonly number[]) =>
      likelihoodDiscrepancy(
        correlation,
        at,
        at.map((each) => 1 - each ** 2),
      );
    for (const slope of likelihoodGradient(correlation, loadings)) expect(Math.abs(slope)).toBeLessThan(1e-9);
    const slopesOfR = likelihoodGradient(correlation, reference.attitude.loadings_ml).map(Math.abs);
    expect(Math.max(...slopesOfR)).toBeGreaterThan(1e-7);
    expect(value(loadings)).toBeLessThanOrEqual(value(reference.attitude.loadings_ml) + 1e-14);
  });

  it('equals alpha where all items correlate alike', () => {
    for (const r of [0.05, 0.3, 0.8]) {
      const alike = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_each, j) => (i === j ? 1 : r)));
      expectDigits(mcdonaldOmega(alike)?.omega, (6 * r) / (1 + 5 * r), 10);
      expectDigits(standardizedAlpha(alike), (6 * r) / (1 + 5 * r), 12);
    }
  });

  it('finds the loadings a model was made of', () => {
    const loading = fc.double({ min: 0.2, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(fc.array(loading, { minLength: 3, maxLength: 13 }), (made) => {
        const model = made.map((a, i) => made.map((b, j) => (i === j ? 1 : a * b)));
        const found = mcdonaldOmega(model);
        expectDigits(found?.omega, omegaOfLoadings(made), 8);
        found?.loadings.forEach((each, i) => expect(each).toBeCloseTo(made[i] ?? NaN, 7));
      }),
    );
  });

  it('ends at an optimum or says null, on answers of any kind', () => {
    const answers = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), {
      minLength: 12,
      maxLength: 60,
    });
    let fitted = 0;
    fc.assert(
      fc.property(answers, (rows) => {
        const made = rows.map(([a = 0, b = 0, c = 0, d = 0]) => [a, a + b, a + c, a + d]);
        const r = made.reduce((products, row) => products.add(row), new CrossProducts(4)).correlation();
        const found = r && mcdonaldOmega(r);
        if (!found) return;
        fitted += 1;
        for (const slope of likelihoodGradient(r, found.loadings)) expect(Math.abs(slope)).toBeLessThan(1e-6);
      }),
    );
    expect(fitted).toBeGreaterThan(20);
  });

  it('is null with two items, with an item twice, and in a Heywood case', () => {
    expect(
      mcdonaldOmega([
        [1, 0.5],
        [0.5, 1],
      ]),
    ).toBeNull();
    expect(
      mcdonaldOmega([
        [1, 1, 0.5],
        [1, 1, 0.5],
        [0.5, 0.5, 1],
      ]),
    ).toBeNull();
    // r₁₂r₁₃/r₂₃ = 1.6: the first item's loading would have to exceed 1.
    expect(
      mcdonaldOmega([
        [1, 0.8, 0.8],
        [0.8, 1, 0.4],
        [0.8, 0.4, 1],
      ]),
    ).toBeNull();
  });
});
