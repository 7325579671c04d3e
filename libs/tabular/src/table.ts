/** One record of a file. */
export interface TableRow {
  /** Line of the file on which the record begins (the row number in a workbook), counted from 1. */
  readonly line: number;
  /**
   * Trimmed text, blank cells as "". At least as many as there are headers; more only when the record holds text beyond the last
   * header, which nearly always means a stray comma, so that the caller can report the line.
   */
  readonly cells: readonly string[];
}

/** A spreadsheet file as rows of text. */
export interface Table {
  readonly fileName?: string;
  /** Line on which the header stands: the first line that is not blank. */
  readonly headerLine: number;
  readonly headers: readonly string[];
  readonly encoding: 'utf-8' | 'cp932' | 'xlsx';
  /** The records under the header without the blank ones. Every iteration reads the source again from its start. */
  readonly rows: AsyncIterable<TableRow>;
}

export interface OpenTableOptions {
  /** Name to use in errors and for the extension; by default the path. */
  readonly fileName?: string;
  /** Of CSV and TSV files. "auto" takes UTF-8 when every byte of the file is valid UTF-8, else CP932. */
  readonly encoding?: 'auto' | 'utf-8' | 'cp932';
  /** Name of the sheet in a workbook; by default its first visible one. */
  readonly sheet?: string;
}

export interface ReadTableOptions extends OpenTableOptions {
  /** Stop after so many rows. */
  readonly limit?: number;
}

export interface CollectedTable extends Omit<Table, 'rows'> {
  readonly rows: readonly TableRow[];
  /** True when the limit left rows unread. */
  readonly truncated: boolean;
}
