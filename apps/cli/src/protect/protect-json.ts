import type { CountsAudit } from '#disclosure';
import type { CellStatus } from '#survey-model';
import { valueLabel } from '../score/score-json.js';
import type { ProtectedFile } from './protect-table.js';

export interface ProtectJson {
  readonly cells: readonly {
    readonly table: readonly string[];
    readonly key: Readonly<Record<string, string>>;
    /** Of every cell, also of those that must not be shown. */
    readonly n: number;
    readonly status: CellStatus;
  }[];
  readonly audit: CountsAudit;
}

/** The shape that `nobinobi protect --json` promises: each cell once, the grand total first. */
export function protectJson({ cells, audit }: ProtectedFile): ProtectJson {
  return {
    cells: cells.map(({ table, key, n, status }) => ({
      table,
      key: Object.fromEntries(Object.entries(key).map(([name, value]) => [name, valueLabel(value)])),
      n,
      status,
    })),
    audit,
  };
}
