import { shorten, type LineError } from '#survey-model';
import type { TableRow } from '#tabular';
import type { ColumnDefinition, ColumnMapping } from './column-definition.js';

/** Reads the rows of one file by field. */
export class ColumnReader<Field extends string> {
  private readonly indices = new Map<Field, number>();
  private readonly labels: ReadonlyMap<Field, string>;

  constructor(
    definitions: readonly ColumnDefinition<Field>[],
    private readonly headers: readonly string[],
    private readonly mapping: ColumnMapping<Field>,
  ) {
    this.labels = new Map(definitions.map(({ field, label }) => [field, label]));
    for (const { field } of definitions) {
      const header = mapping[field];
      if (header !== undefined) this.indices.set(field, headers.indexOf(header));
    }
  }

  /** The cells of a row; a row with text beyond the last column is wrong as a whole, since its cells may be shifted. */
  row(row: TableRow): RowCells<Field> {
    const cells = new RowCells<Field>(
      row,
      this.indices,
      (field) => this.mapping[field] ?? this.labels.get(field) ?? field,
    );
    if (row.cells.length > this.headers.length) {
      cells.errors.push({
        line: row.line,
        column: '',
        ja: `列が見出しより多くあります(${row.cells.length} 列)。余分なコンマがないか確かめてください。`,
        en: `The row has more cells (${row.cells.length}) than there are headers. Look for a stray comma.`,
      });
    }
    return cells;
  }
}

/** One row, and what is wrong in it. */
export class RowCells<Field extends string> {
  readonly errors: LineError[] = [];

  constructor(
    private readonly row: TableRow,
    private readonly indices: ReadonlyMap<Field, number>,
    private readonly columnOf: (field: Field) => string,
  ) {}

  get line(): number {
    return this.row.line;
  }

  /** The trimmed text of a field; "" where the cell is blank or the field has no column. */
  text(field: Field): string {
    const index = this.indices.get(field);
    return index === undefined ? '' : (this.row.cells[index] ?? '');
  }

  /** Text with full-width letters, digits and signs made half-width, for codes and numbers. */
  code(field: Field): string {
    return this.text(field).normalize('NFKC').trim();
  }

  /** Notes an error in a field. @returns null, for use as the value of what could not be read. */
  fail(field: Field, ja: string, en: string): null {
    this.errors.push({ line: this.row.line, column: this.columnOf(field), ja, en });
    return null;
  }
}

/** A cell's text as messages quote it. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const start = shorten(line, 40);
  return start === line ? line : `${start}…`;
}
