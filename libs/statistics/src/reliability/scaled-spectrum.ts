import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { SymmetricMatrix } from '../symmetric-matrix.js';

/** The spectrum of Ψ^−½ R Ψ^−½ at θ = ln ψ, largest eigenvalue first; `vectors[m]`, of length 1, belongs to `values[m]`. */
export interface Spectrum {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

export function spectrumAt(correlation: SymmetricMatrix, theta: readonly number[]): Spectrum {
  const scale = theta.map((each) => Math.exp(-each / 2));
  const scaled = correlation.map((row, i) => row.map((r, j) => r * ((scale[i] ?? NaN) * (scale[j] ?? NaN))));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(scaled), {
    assumeSymmetric: true,
  });
  const order = realEigenvalues.map((_, m) => m).sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0));
  return {
    values: order.map((m) => realEigenvalues[m] ?? NaN),
    vectors: order.map((m) => eigenvectorMatrix.getColumn(m)),
  };
}

/**
 * The likelihood discrepancy of one factor, concentrated over the loadings: f = Σ_{m>1} (γₘ − ln γₘ − 1). At its minimum it equals
 * ln|Σ| + tr(RΣ⁻¹) − ln|R| − k with Σ = ΛΛᵀ + Ψ.
 */
export function discrepancy({ values }: Spectrum): number {
  return values.slice(1).reduce((sum, value) => sum + value - Math.log(value) - 1, 0);
}

/** ∂f/∂θᵢ = Σ_{m>1} (1 − γₘ)·ωᵢₘ². */
export function gradientOf({ values, vectors }: Spectrum): number[] {
  return values.map((_, i) =>
    values.reduce((sum, value, m) => (m === 0 ? sum : sum + (1 - value) * (vectors[m]?.[i] ?? NaN) ** 2), 0),
  );
}

/**
 * ∂²f/∂θᵢ∂θⱼ = Σ_{m>1} Σ_{n≤m} c(m, n)·ωᵢₘωᵢₙωⱼₘωⱼₙ, from γ̇ₘ = −γₘωᵢₘ² and the change of ωₘ, with
 * c(m, m) = γₘ, c(m, n) = γₘ + γₙ between the smaller ones, and c(m, 1) = (1 − γₘ)(γₘ + γ₁)/(γ₁ − γₘ).
 */
export function exactHessian(spectrum: Spectrum): Matrix {
  const { values } = spectrum;
  const first = values[0] ?? NaN;
  return weightedHessian(spectrum, (m, n) => {
    const [a, b] = [values[m] ?? NaN, values[n] ?? NaN];
    if (m === n) return a;
    return n === 0 ? ((1 - a) * (a + first)) / (first - a) : a + b;
  });
}

/** Jöreskog's approximation (Σ_{m>1} ωᵢₘωⱼₘ)², which has no negative direction: c(m, m) = 1, c(m, n) = 2, c(m, 1) = 0. */
export function approximateHessian(spectrum: Spectrum): Matrix {
  return weightedHessian(spectrum, (m, n) => (m === n ? 1 : n === 0 ? 0 : 2));
}

function weightedHessian({ values, vectors }: Spectrum, weight: (m: number, n: number) => number): Matrix {
  const hessian = Matrix.zeros(values.length, values.length);
  for (let m = 1; m < values.length; m += 1) {
    for (let n = 0; n <= m; n += 1) {
      const product = Matrix.columnVector(values.map((_, i) => (vectors[m]?.[i] ?? NaN) * (vectors[n]?.[i] ?? NaN)));
      hessian.add(product.mmul(product.transpose()).mul(weight(m, n)));
    }
  }
  return hessian;
}
