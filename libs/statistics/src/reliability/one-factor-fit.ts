import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { SymmetricMatrix } from '../symmetric-matrix.js';
import {
  approximateHessian,
  discrepancy,
  exactHessian,
  gradientOf,
  spectrumAt,
  type Spectrum,
} from './scaled-spectrum.js';

/** R's `factanal` does not let a uniqueness fall below this; an optimum down there is a Heywood case. */
const LEAST_UNIQUENESS = 0.005;
/** Correlations with an eigenvalue under this are singular. */
const SINGULAR = 1e-10;
const LARGEST_GRADIENT = 1e-11;
const MAX_STEPS = 200;
/** No ψ changes by more than a factor e² in one step. */
const LONGEST_STEP = 2;

/**
 * Loadings of the one-factor model R = ΛΛᵀ + Ψ by maximum likelihood, their sum positive.
 *
 * Minimises the discrepancy over θ = ln ψ by Newton's method with exact second derivatives, down to a gradient under 1e-11.
 * Source: Lawley & Maxwell, Factor Analysis as a Statistical Method, 2nd ed. 1971; Jöreskog 1967, Psychometrika 32:443. R `factanal`
 * minimises the same function by a quasi-Newton method, which stops earlier (six to seven digits).
 * @returns null with under three items (nothing to fit), for singular correlations, and in a Heywood case (no optimum with all ψ ≥ 0.005)
 */
export function oneFactorLoadings(correlation: SymmetricMatrix): number[] | null {
  const start = startingPoint(correlation);
  const theta = start && minimise(correlation, start);
  if (!theta || theta.some((each) => each < Math.log(LEAST_UNIQUENESS))) return null;
  const { values, vectors } = spectrumAt(correlation, theta);
  const length = Math.sqrt(Math.max(0, (values[0] ?? NaN) - 1));
  const loadings = theta.map((each, i) => Math.exp(each / 2) * length * (vectors[0]?.[i] ?? NaN));
  const sign = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1;
  return loadings.map((loading) => sign * loading);
}

/** ln of (1 − 1/2k)/rⁱⁱ, where `factanal` starts; null when there is nothing to fit. */
function startingPoint(correlation: SymmetricMatrix): number[] | null {
  const items = correlation.length;
  if (items < 3) return null;
  const { values, vectors } = spectrumAt(correlation, new Array<number>(items).fill(0));
  if (!values.every((value) => value > SINGULAR)) return null;
  const inverse = (i: number) => values.reduce((sum, value, m) => sum + (vectors[m]?.[i] ?? NaN) ** 2 / value, 0);
  return correlation.map((_, i) => Math.log((1 - 0.5 / items) / inverse(i)));
}

/** null when the steps do not arrive, or leave for ψ = 0. */
function minimise(correlation: SymmetricMatrix, start: readonly number[]): number[] | null {
  let theta = [...start];
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const spectrum = spectrumAt(correlation, theta);
    const gradient = gradientOf(spectrum);
    if (gradient.every((each) => Math.abs(each) < LARGEST_GRADIENT)) return theta;
    theta = stepDown(correlation, theta, discrepancy(spectrum), newtonMove(spectrum, gradient));
    if (theta.some((each) => each < Math.log(LEAST_UNIQUENESS) - 2 * LONGEST_STEP)) return null;
  }
  return null;
}

/** θ less the move, or less so much of it, by halves, that the discrepancy does not grow (but for the last digits). */
function stepDown(
  correlation: SymmetricMatrix,
  theta: readonly number[],
  from: number,
  move: readonly number[],
): number[] {
  let part = Math.min(1, LONGEST_STEP / Math.max(...move.map(Math.abs)));
  for (;;) {
    const next = theta.map((each, i) => each - part * (move[i] ?? 0));
    if (part < 1e-9 || discrepancy(spectrumAt(correlation, next)) <= from + 1e-13) return next;
    part /= 2;
  }
}

/** H⁻¹g with the exact H where that points downhill, else with the approximate one. */
function newtonMove(spectrum: Spectrum, gradient: readonly number[]): number[] {
  const exact = solvePositive(exactHessian(spectrum), gradient);
  return exact ?? solvePositive(approximateHessian(spectrum), gradient) ?? [...gradient];
}

function solvePositive(hessian: Matrix, right: readonly number[]): number[] | null {
  const cholesky = new CholeskyDecomposition(hessian);
  return cholesky.isPositiveDefinite() ? cholesky.solve(Matrix.columnVector([...right])).getColumn(0) : null;
}
