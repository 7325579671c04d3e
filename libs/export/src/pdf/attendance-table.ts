import type { PdfDraft, Type } from './pdf-draft.js';

export interface AttendanceLine {
  readonly staffNumber: string;
  readonly name: string;
  readonly department: string;
  /** 備考, for example that the head has not approved yet. */
  readonly note: string;
}

/** 署名欄 is wide enough to write in. */
const COLUMNS = [
  { heading: '番号', width: 32, align: 'center' },
  { heading: '職員番号', width: 62, align: 'center' },
  { heading: '氏名', width: 104, align: 'left' },
  { heading: '所属', width: 132, align: 'left' },
  { heading: '署名', width: 115, align: 'left' },
  { heading: '備考', width: 70, align: 'left' },
] as const;
const LEFT = 40;
const HEADING_HEIGHT = 20;
const ROW_HEIGHT = 23.6;
const FOOTER_HEIGHT = 50;
const ONE_LINE = [10, 9, 8.5];
const TWO_LINES = [8.5, 7.5, 6.5];
const RULE = '#5b6673';

/** Full lines that fit below the heading row. @param space points from the table's top to the page's end */
export function rowsOnPage(space: number): number {
  return Math.floor((space - HEADING_HEIGHT - FOOTER_HEIGHT) / ROW_HEIGHT);
}

/** @param table null on later pages, where the headings are a repetition */
export function headingRow(draft: PdfDraft, top: number, table: PDFKit.PDFStructureElement | null): void {
  const row = table && draft.element('TR', table);
  drawCells(draft, top, HEADING_HEIGHT, '#e3eaf2');
  forEachColumn(({ heading, width, x }) => {
    const box = { x: x + 3, y: top + 5, width: width - 6 };
    const type = { face: 'gothic-bold', size: 9.5, align: 'center' } as const;
    if (row) draft.put('TH', heading, box, type, row);
    else draft.putArtifact(heading, box, type);
  });
}

export interface RowPlace {
  /** Line of the page, from 0. */
  readonly index: number;
  /** 番号. */
  readonly number: number;
  readonly top: number;
  /** null for an empty line. */
  readonly person: AttendanceLine | null;
  readonly table: PDFKit.PDFStructureElement;
}

export function attendanceRow(draft: PdfDraft, { index, number, top, person, table }: RowPlace): void {
  const y = top + HEADING_HEIGHT + index * ROW_HEIGHT;
  drawCells(draft, y, ROW_HEIGHT, null);
  const cells = [String(number), person?.staffNumber, person?.name, person?.department, '', person?.note];
  if (!person) return draft.putArtifact(String(number), { x: LEFT, y: y + 7, width: 32 }, look('center', 9));
  const row = draft.element('TR', table);
  forEachColumn(({ width, x, align }, column) => {
    const [text, space] = [cells[column] ?? '', width - 6];
    const size = cellSize(draft, text, space);
    const height = draft.heightOf(text, space, look(align, size));
    draft.put('TD', text, { x: x + 3, y: y + (ROW_HEIGHT - height) / 2 + 0.5, width: space }, look(align, size), row);
  });
}

/** On one line as long as it can be read well, then on two. */
function cellSize(draft: PdfDraft, text: string, width: number): number {
  const size = draft.fittingSize(text, width, look('left', 10), ONE_LINE);
  const wraps = draft.heightOf(text, width, look('left', size)) > size * 1.9;
  return wraps ? draft.fittingSize(text, width, look('left', 10), TWO_LINES, 2) : size;
}

function look(align: 'left' | 'center', size: number): Type {
  return { face: 'gothic', size, align };
}

function drawCells(draft: PdfDraft, y: number, height: number, fill: string | null): void {
  draft.artifact((doc) => {
    forEachColumn(({ x, width }) => {
      if (fill) doc.rect(x, y, width, height).fill(fill);
      doc.lineWidth(0.6).rect(x, y, width, height).stroke(RULE);
    });
  });
}

function forEachColumn(
  visit: (column: (typeof COLUMNS)[number] & { readonly x: number }, index: number) => void,
): void {
  let x = LEFT;
  for (const [index, column] of COLUMNS.entries()) {
    visit({ ...column, x }, index);
    x += column.width;
  }
}
