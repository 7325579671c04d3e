import { GuardedSpan } from './guarded-span.js';
import { arrangePlaces } from './places.js';
import { PRIMES } from './prime-field.js';

export interface SecondaryProblem {
  /** Number of innermost groups. */
  readonly width: number;
  /** For each cell, which innermost groups it is the sum of. */
  readonly cells: readonly (readonly number[])[];
  /** Vectors that must not be derivable: primary cells and virtual ones. */
  readonly protected: readonly (readonly number[])[];
  /** Cells that may be published, in the order in which they are tried. */
  readonly candidates: readonly number[];
  /** Vectors that have been published before and stay so: the ledger. */
  readonly released?: readonly (readonly number[])[];
}

/**
 * Which candidates can be published without any protected vector coming into the span of the published ones: the first in line is
 * published if it can be, then the next, and so on (sequential Gaussian elimination, as in the R package GaussSuppression with
 * singletonMethod "none").
 * @returns the published cells
 */
export function publishable({ width, cells, candidates, released = [], ...given }: SecondaryProblem): Set<number> {
  const places = arrangePlaces(width, [...released, ...candidates.map((cell) => cells[cell] ?? [])], given.protected);
  const guarded = distinct(given.protected.map(places.arrange));
  const spans = PRIMES.map((prime) => new GuardedSpan(places.width, prime, guarded));
  for (const ones of released) for (const span of spans) span.publish(places.arrange(ones));
  const publish = (cell: number): boolean => {
    const ones = places.arrange(cells[cell] ?? []);
    const found = spans.map((span) => span.consider(ones));
    // Hidden as soon as one prime says that something would be lost: erring hides a cell too many, never one too few.
    if (found.includes('refused')) return false;
    spans.forEach((span, at) => {
      if (found[at] === 'harmless') span.publish(ones);
    });
    return true;
  };
  return new Set(candidates.filter(publish));
}

function distinct(vectors: readonly (readonly number[])[]): number[][] {
  const found = new Map(vectors.map((ones) => [[...ones].sort((a, b) => a - b).join(), [...ones]]));
  return [...found.values()];
}
