import { GuardedSpan } from './guarded-span.js';
import { PRIMES } from './modular-span.js';

export interface SecondaryProblem {
  /** Number of innermost groups. */
  readonly width: number;
  /** For each cell, which innermost groups it is the sum of. */
  readonly cells: readonly (readonly number[])[];
  /** Vectors that must not be derivable: primary cells and virtual ones. */
  readonly protected: readonly (readonly number[])[];
  /** Cells that may be published, in the order in which they are tried. */
  readonly candidates: readonly number[];
}

/**
 * Which candidates can be published without any protected vector coming into the span of the published ones: the first in line is
 * published if it can be, then the next, and so on (sequential Gaussian elimination, as in the R package GaussSuppression with
 * singletonMethod "none").
 * @returns the published cells
 */
export function publishable(problem: SecondaryProblem): Set<number> {
  const spans = PRIMES.map((prime) => new GuardedSpan(problem.width, prime, problem.protected));
  const published = new Set<number>();
  for (const candidate of problem.candidates) {
    const ones = problem.cells[candidate] ?? [];
    const steps = spans.map((span) => span.consider(ones));
    // Hidden as soon as one prime says that something would be lost: erring hides a cell too many, never one too few.
    if (steps.includes('refused')) continue;
    steps.forEach((step, at) => {
      if (typeof step !== 'string') spans[at]?.commit(step);
    });
    published.add(candidate);
  }
  return published;
}
