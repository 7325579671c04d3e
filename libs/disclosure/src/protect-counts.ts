import type { CellStatus, ScoredTables } from '#survey-model';
import { LayerSolver } from './layers.js';

export interface CountsAudit {
  /** Cells somebody stands in. */
  readonly cells: number;
  readonly published: number;
  readonly primary: number;
  readonly secondary: number;
  /** Sets of 1 to k−1 people that subtraction would have left, guarded as if they were cells. */
  readonly remainders: number;
  /** Span tests that were run over the finished pattern. */
  readonly spanTests: number;
  /** What those tests found derivable. Anything but 0 is an error, so that nobody sees such a pattern. */
  readonly derivable: 0;
}

export interface ProtectedCounts {
  /** Of each cell of the tables, in their order; null for a cell nobody stands in. */
  readonly statuses: readonly (CellStatus | null)[];
  readonly audit: CountsAudit;
}

/**
 * Disclosure control of frequency tables, where there is nothing but the number of people: decides for all cells together which counts
 * may be shown, and has the finished pattern audited.
 * @param minGroup k: cells of 1 to k−1 people are primary
 * @throws DisclosureAuditError when the audit finds something derivable: nothing may be shown then
 */
export function protectCounts(tables: ScoredTables, minGroup: number): ProtectedCounts {
  const solver = new LayerSolver(tables);
  const { status, remainders } = solver.solve({
    name: 'people',
    countOf: ({ n }) => n,
    minGroup,
    allowed: new Set(tables.cells.keys()),
    released: new Set(),
  });
  const count = (wanted: CellStatus): number => status.filter((each) => each === wanted).length;
  return {
    statuses: status,
    audit: {
      cells: status.filter((each) => each !== null).length,
      published: count('published'),
      primary: count('primary'),
      secondary: count('secondary'),
      remainders: remainders.length,
      spanTests: solver.tests,
      derivable: 0,
    },
  };
}
