import type { InnerGroup, ScoredTables } from '#survey-model';
import { derivable } from './audit.js';
import { suppress, type SuppressionPattern } from './suppress.js';

/** One decision over all cells: by the respondents, or by those who answered one question. */
export interface Layer {
  /** For messages. */
  readonly name: string;
  readonly countOf: (group: InnerGroup) => number;
  readonly minGroup: number;
  readonly allowed: ReadonlySet<number>;
  readonly released: ReadonlySet<number>;
}

/** The audit of a pattern found protected groups derivable: nothing of it may be shown. */
export class DisclosureAuditError extends Error {
  constructor(
    readonly layer: string,
    /** How many. */
    readonly derivable: number,
  ) {
    super(`disclosure audit: ${derivable} protected groups of "${layer}" are derivable`);
    this.name = 'DisclosureAuditError';
  }
}

export function publishedOf({ status }: SuppressionPattern): ReadonlySet<number> {
  return new Set(status.flatMap((each, at) => (each === 'published' ? [at] : [])));
}

/** Solves and audits one layer after the other; layers with the same counts are solved once. */
export class LayerSolver {
  tests = 0;
  private readonly solved = new Map<string, SuppressionPattern>();
  private readonly cells: readonly (readonly number[])[];

  /** @param guarded sets of innermost groups that must not be derivable in any layer */
  constructor(
    private readonly tables: ScoredTables,
    private readonly guarded: readonly (readonly number[])[] = [],
  ) {
    this.cells = tables.cells.map(({ inner }) => inner);
  }

  /** @throws DisclosureAuditError when the audit finds something derivable */
  solve({ name, countOf, minGroup, allowed, released }: Layer): SuppressionPattern {
    const innerN = this.tables.innerGroups.map(countOf);
    const signature = [minGroup, innerN.join(), [...allowed].join(), [...released].join()].join('|');
    const known = this.solved.get(signature);
    if (known) return known;
    const { families } = this.tables;
    const { cells, guarded } = this;
    const pattern = suppress({ cells, innerN, minGroup, families, allowed, released, guarded });
    this.audit(name, pattern, innerN, minGroup);
    this.solved.set(signature, pattern);
    return pattern;
  }

  private audit(
    name: string,
    { status, remainders }: SuppressionPattern,
    innerN: readonly number[],
    minGroup: number,
  ): void {
    const filled = (ones: readonly number[]): number[] => ones.filter((at) => (innerN[at] ?? 0) > 0);
    const size = (ones: readonly number[]): number => ones.reduce((sum, at) => sum + (innerN[at] ?? 0), 0);
    const isSmall = (count: number): boolean => count > 0 && count < minGroup;
    const small = this.cells.filter((ones) => isSmall(size(ones)));
    const innermost = innerN.flatMap((count, at) => (isSmall(count) ? [[at]] : []));
    const found = derivable({
      width: innerN.length,
      published: this.cells.filter((_, at) => status[at] === 'published').map(filled),
      protected: [...small, ...innermost, ...remainders, ...this.guarded].map(filled),
    });
    this.tests += 1;
    if (found.length > 0) throw new DisclosureAuditError(name, found.length);
  }
}
