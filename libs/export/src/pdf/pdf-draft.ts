import PDFDocument from 'pdfkit';
import { safeText } from '../cell-text.js';
import { fontFile, type Face } from './pdf-fonts.js';
import { printableText } from './printable-text.js';

/** A finished PDF. */
export interface PdfFile {
  readonly data: Buffer;
  /** Characters that the fonts lack and that are printed as 〓, each once: somebody has to write them in. */
  readonly missing: readonly string[];
}

export interface PdfProperties {
  readonly title: string;
  readonly organisation: string;
  /** "YYYY-MM-DD": the creation date, so that equal input gives equal bytes. */
  readonly date: string;
  readonly orientation: 'portrait' | 'landscape';
}

/** Where a text stands, in points from the top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Type {
  readonly face: Face;
  readonly size: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly lineGap?: number;
  readonly characterSpacing?: number;
  readonly colour?: string;
}

const INK = '#1f2a37';

/**
 * An A4 document under way: tagged (every text has its place in the structure, lines and page numbers are artifacts), Japanese, with
 * title and author, and with every font embedded as the subset it uses.
 */
export class PdfDraft {
  readonly page: { readonly width: number; readonly height: number };
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly chunks: Buffer[] = [];
  private readonly lacking = new Set<string>();

  constructor({ title, organisation, date, orientation }: PdfProperties) {
    const created = new Date(`${date}T00:00:00+09:00`);
    if (Number.isNaN(created.getTime())) throw new RangeError(`PdfDraft: not a date: ${date}`);
    this.doc = new PDFDocument({
      ...{ size: 'A4', layout: orientation, margin: 0, font: fontFile('gothic') },
      ...{ pdfVersion: '1.7', tagged: true, lang: 'ja-JP', displayTitle: true },
      info: {
        ...{ Title: metadataText(title), Author: metadataText(organisation) },
        ...{ Creator: 'Nobinobi', CreationDate: created, ModDate: created },
      },
    });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.page = { width: this.doc.page.width, height: this.doc.page.height };
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  addPage(): void {
    this.doc.addPage();
  }

  /** A structure element (Table, TR) under another or under the document. */
  element(type: string, parent: PDFKit.PDFStructureElement = this.root): PDFKit.PDFStructureElement {
    const element = this.doc.struct(type);
    parent.add(element);
    return element;
  }

  /** One text as its own structure element: H1, P, TH, TD. @returns its height in points */
  put(tag: string, text: string, box: Box, type: Type, parent: PDFKit.PDFStructureElement = this.root): number {
    const printed = this.printable(text);
    const height = this.heightOf(printed, box.width, type);
    parent.add(this.doc.struct(tag, {}, () => this.draw(printed, box, type)));
    return height;
  }

  /** Lines, boxes and repeated headings, which a screen reader leaves out. */
  artifact(draw: (doc: PDFKit.PDFDocument) => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw(this.doc);
    this.doc.endMarkedContent();
  }

  /** A text that a screen reader leaves out. */
  putArtifact(text: string, box: Box, type: Type): void {
    const printed = this.printable(text);
    this.artifact(() => this.draw(printed, box, type));
  }

  heightOf(text: string, width: number, type: Type): number {
    const { lineGap = 0, characterSpacing = 0 } = type;
    return this.use(type).heightOfString(this.printable(text), { width, lineGap, characterSpacing }) - lineGap;
  }

  /** The largest size of `sizes` (descending) at which the text takes no more lines than `lines`; the last when none does. */
  fittingSize(text: string, width: number, type: Type, sizes: readonly number[], lines = 1): number {
    const fits = (size: number): boolean => {
      const { characterSpacing = 0 } = type;
      const doc = this.use({ ...type, size });
      const single = doc.heightOfString('国', { width, lineGap: 0 });
      return doc.heightOfString(this.printable(text), { width, lineGap: 0, characterSpacing }) < single * (lines + 0.5);
    };
    return sizes.find(fits) ?? sizes.at(-1) ?? type.size;
  }

  missing(): string[] {
    return [...this.lacking];
  }

  finish(): Promise<PdfFile> {
    this.root.end();
    return new Promise((resolve, reject) => {
      this.doc.on('error', reject);
      this.doc.on('end', () => resolve({ data: Buffer.concat(this.chunks), missing: this.missing() }));
      this.doc.end();
    });
  }

  private draw(printed: string, { x, y, width }: Box, type: Type): void {
    const { align = 'left', lineGap = 0, characterSpacing = 0, colour = INK } = type;
    this.use(type).fillColor(colour).text(printed, x, y, { width, align, lineGap, characterSpacing });
  }

  private use({ face, size }: Pick<Type, 'face' | 'size'>): PDFKit.PDFDocument {
    return this.doc.font(fontFile(face)).fontSize(size);
  }

  private printable(text: string): string {
    const { text: printed, missing } = printableText(text, (codePoint) => hasGlyph(this.doc, codePoint));
    for (const character of missing) this.lacking.add(character);
    return printed;
  }
}

/** pdfkit writes these into XML as they are: what XML would read as a sign stands there in its full width. */
function metadataText(text: string): string {
  return safeText(text).replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');
}

interface LoadedFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** Whether the current font has a glyph: pdfkit keeps the answer in a field that its types do not name. */
function hasGlyph(doc: PDFKit.PDFDocument, codePoint: number): boolean {
  const { font } = (doc as unknown as { readonly _font: LoadedFont })._font;
  return font.hasGlyphForCodePoint(codePoint);
}
