import type { TableRow } from '#tabular';

/** The part of a `Table` or a collected table that imports read. */
export interface SourceTable {
  readonly headers: readonly string[];
  readonly rows: AsyncIterable<TableRow> | Iterable<TableRow>;
  /** Line of the header, for errors about columns; 1 when left out. */
  readonly headerLine?: number;
}
