import { DomainError } from '#survey-model';
import type { TableRow } from '../table.js';
import { numberText, type CellFormat } from './cell-format.js';
import { unescapeCharacters } from './shared-strings.js';
import { XmlError, xmlEvents, type XmlHandlers } from './xml-events.js';

export interface SheetSource {
  readonly xml: Uint8Array;
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
  readonly fileName?: string;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  hasValue: boolean;
  text: string;
}

/** Rows of a sheet in order, each with its row number. @throws DomainError at a formula whose result the file does not hold. */
export async function* sheetRows(source: SheetSource): AsyncGenerator<TableRow> {
  const builder = new RowBuilder(source);
  for (const step of xmlEvents(source.xml, builder)) {
    void step;
    yield* builder.take();
  }
}

/** Gathers rows from the tags of a sheet. Row and cell references are optional in the format: without them position counts. */
class RowBuilder implements XmlHandlers {
  private done: TableRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private column = -1;
  private cell: OpenCell | null = null;
  private inValue = false;
  private inReading = false;

  constructor(private readonly source: SheetSource) {}

  take(): TableRow[] {
    const done = this.done;
    this.done = [];
    return done;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.line = attributes['r'] === undefined ? this.line + 1 : Number(attributes['r']);
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') {
      this.column = attributes['r'] === undefined ? this.column + 1 : columnIndex(attributes['r']);
      const [type, style] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? -1)];
      this.cell = { column: this.column, type, style, hasFormula: false, hasValue: false, text: '' };
    } else if (this.cell) {
      if (name === 'f') this.cell.hasFormula = true;
      else if (name === 'rPh') this.inReading = true;
      else if (name === 'v' || name === 't') {
        this.inValue = !this.inReading;
        this.cell.hasValue = true;
      }
    }
  }

  text(text: string): void {
    if (this.inValue && this.cell) this.cell.text += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'rPh') this.inReading = false;
    else if (name === 'c' && this.cell) {
      while (this.cells.length < this.cell.column) this.cells.push('');
      this.cells[this.cell.column] = this.cellText(this.cell);
      this.cell = null;
    } else if (name === 'row') this.done.push({ line: this.line, cells: this.cells });
  }

  private cellText(cell: OpenCell): string {
    if (cell.hasFormula && !cell.hasValue && cell.type !== 'str') throw this.uncalculated(cell);
    switch (cell.type) {
      case 's':
        return this.source.strings[Number(cell.text)] ?? '';
      case 'b':
        return cell.text === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return cell.text.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
      case 'n':
        return numberText(cell.text, this.source.formats[cell.style] ?? null, this.source.date1904);
      default:
        return unescapeCharacters(cell.text);
    }
  }

  private uncalculated(cell: OpenCell): DomainError {
    const column = columnLetters(cell.column);
    return new DomainError(
      'invalid',
      'uncalculated-formula',
      `セル ${column}${this.line} の数式に計算結果がありません。Excel で開いて保存し直してください。`,
      `The formula in cell ${column}${this.line} has no stored result. Open the file in Excel and save it.`,
      { ...(this.source.fileName === undefined ? {} : { file: this.source.fileName }), line: this.line, column },
    );
  }
}

/** The format ends at column XFD; a forged reference beyond it would fill memory with blanks. */
const MAX_COLUMNS = 16_384;

/** 0 for "A1", 27 for "AB7". */
function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference) {
    if (letter < 'A' || letter > 'Z') break;
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  if (index < 1 || index > MAX_COLUMNS) throw new XmlError(`cell reference ${reference.slice(0, 20)}`);
  return index - 1;
}

function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
