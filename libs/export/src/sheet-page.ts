import { japaneseDate } from '#survey-model';
import type ExcelJS from 'exceljs';
import { safeText } from './cell-text.js';
import { FONT } from './cell-style.js';

export interface PageLook {
  readonly name: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Column widths in half-width characters. */
  readonly widths: readonly number[];
  /** Shrink to a single page in height as well; only for tables short enough to stay legible. */
  readonly onePage?: boolean;
  /** Header left and right, footer left. */
  readonly header: readonly [string, string];
  readonly footer: string;
  /** "YYYY-MM-DD". */
  readonly date: string;
}

/** Adds an A4 sheet, fitted to one page's width, with running title, page n of N and the date in the Japanese era. */
export function addPage(workbook: ExcelJS.Workbook, look: PageLook): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(look.name, {
    pageSetup: {
      paperSize: 9,
      orientation: look.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: look.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.35, footer: 0.35 },
    },
    views: [{ showGridLines: false }],
  });
  sheet.columns = look.widths.map((width) => ({ width }));
  const [left, right] = look.header;
  sheet.headerFooter.oddHeader = `&L${running(left, 50)}&R${running(right, 40)}`;
  sheet.headerFooter.oddFooter = `&L${running(look.footer, 30)}&C${FACE}&P / &N ページ&R${running(`${japaneseDate(look.date)}作成`, 30)}`;
  return sheet;
}

/** Keeps the rows down to `headerRow` and the first columns in sight, and repeats `headerRows` on every printed page. */
export function freezeHeader(sheet: ExcelJS.Worksheet, headerRows: readonly [number, number], columns: number): void {
  const [first, last] = headerRows;
  sheet.views = [{ state: 'frozen', xSplit: columns, ySplit: last, showGridLines: false }];
  sheet.pageSetup.printTitlesRow = `${first}:${last}`;
}

const FACE = `&"${FONT},Regular"&9 `;

/** Text of a page header: "&" starts a code there, and Excel takes 255 characters for a whole header. */
function running(text: string, maxLength: number): string {
  const characters = [...safeText(text).replaceAll(/\s+/g, ' ')];
  const cut = characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : characters.join('');
  return `${FACE}${cut.replaceAll('&', '&&')}`;
}
