import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProgram } from './capabilities.js';

/** What poppler, a reader that knows nothing of our writer, makes of a PDF. */
export class PdfTools {
  /** @param pdftotext full path; the other tools lie beside it */
  constructor(private readonly pdftotext: string) {}

  text(pdf: Buffer): string {
    return this.run('pdftotext', pdf, ['-layout'], ['-']);
  }

  /** "Key: value" lines of pdfinfo. */
  info(pdf: Buffer): Map<string, string> {
    return new Map(pairs(this.run('pdfinfo', pdf, []).split('\n')));
  }

  /** The structure tree with its texts. */
  structure(pdf: Buffer): string {
    return this.run('pdfinfo', pdf, ['-struct-text']);
  }

  fonts(pdf: Buffer): { readonly name: string; readonly embedded: boolean; readonly subset: boolean }[] {
    const lines = this.run('pdffonts', pdf, []).split('\n').slice(2).filter(Boolean);
    return lines.map((line) => {
      const [embedded, subset] = /\s(yes|no)\s+(yes|no)\s+(yes|no)\s/.exec(line)?.slice(1, 3) ?? [];
      return { name: line.split(' ')[0] ?? '', embedded: embedded === 'yes', subset: subset === 'yes' };
    });
  }

  private run(tool: string, pdf: Buffer, before: readonly string[], after: readonly string[] = []): string {
    const folder = mkdtempSync(join(tmpdir(), 'nobinobi-pdf-'));
    try {
      const file = join(folder, 'a.pdf');
      writeFileSync(file, pdf);
      return execFileSync(join(dirname(this.pdftotext), tool), [...before, file, ...after], { encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

/** For single expectations of a test that also means something without: null, with a word about it, where poppler is not installed. */
export function findPdfTools(what: string): PdfTools | null {
  const path = findProgram('pdftotext');
  if (path !== null) return new PdfTools(path);
  if (process.env['NOBINOBI_NO_SKIP'])
    throw new Error(`${what}: pdftotext is not installed, and NOBINOBI_NO_SKIP is set`);
  console.warn(`SKIPPED: ${what}: pdftotext is not installed`);
  return null;
}

function pairs(lines: readonly string[]): [string, string][] {
  return lines.flatMap((line) => {
    const [, key, value] = /^([^:]+):\s+(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value] as [string, string]];
  });
}
