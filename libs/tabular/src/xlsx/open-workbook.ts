import { strFromU8, unzipSync } from 'fflate';
import { DomainError } from '#survey-model';
import type { TableRow } from '../table.js';
import { cellFormatsOf } from './cell-format.js';
import { sharedStringsOf } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import { chooseSheet, sheetsOf } from './workbook-sheets.js';
import { XmlError } from './xml-events.js';

/** Largest part taken, unpacked: room for half a million rows, and an end to archives that unpack without end. */
const MAX_PART_BYTES = 500_000_000;
const WANTED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml)$/;

/**
 * The rows of one sheet of an xlsx workbook as text. Read here rather than by ExcelJS: its streaming reader takes the reading aid
 * (ふりがな) that Japanese Excel stores with typed text for the text itself, and its whole-file reader needs gigabytes for 100,000 rows.
 * @param sheet name of the sheet; by default the first visible one.
 * @throws DomainError when the archive is damaged or no workbook, or the sheet does not exist.
 */
export function openWorkbook(bytes: Buffer, sheet?: string, fileName?: string): AsyncIterable<TableRow> {
  const fail = (code: string, ja: string, en: string): DomainError =>
    new DomainError('invalid', code, ja, en, fileName === undefined ? {} : { file: fileName });
  const parts = unpack(bytes, (name) => WANTED.test(name), fail);
  const workbook = parts.get('xl/workbook.xml');
  if (!workbook) {
    throw fail(
      'not-a-spreadsheet',
      '表のファイルではありません。CSV か .xlsx を選んでください。',
      'The file is not a spreadsheet. Choose a CSV or .xlsx file.',
    );
  }
  return guarded(fail, () => {
    const { sheets, date1904 } = sheetsOf(text(workbook), text(parts.get('xl/_rels/workbook.xml.rels')));
    const chosen = chooseSheet(sheets, sheet, fileName);
    const xml = unpack(bytes, (name) => name === chosen.path, fail).get(chosen.path);
    if (!xml) throw fail('damaged-workbook', 'ブックが壊れています。', 'The workbook is damaged.');
    const strings = sharedStringsOf(parts.get('xl/sharedStrings.xml') ?? new Uint8Array());
    const formats = cellFormatsOf(text(parts.get('xl/styles.xml')));
    return { xml, strings, formats, date1904, ...(fileName === undefined ? {} : { fileName }) };
  });
}

type Fail = (code: string, ja: string, en: string) => DomainError;

function unpack(bytes: Buffer, wanted: (name: string) => boolean, fail: Fail): Map<string, Uint8Array> {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        if (originalSize > MAX_PART_BYTES)
          throw fail('too-large', 'ブックが大きすぎます。', 'The workbook is too large.');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    throw error instanceof DomainError ? error : damaged(fail);
  }
}

function damaged(fail: Fail): DomainError {
  return fail(
    'damaged-workbook',
    'ブックが壊れていて読めません。Excel で開いて .xlsx で保存し直してください。',
    'The workbook is damaged and cannot be read. Open it in Excel and save it again as .xlsx.',
  );
}

function text(part: Uint8Array | undefined): string {
  return part ? strFromU8(part) : '';
}

/** Runs the parsing now, its rows later, and turns broken XML of either into one error for people. */
function guarded(fail: Fail, prepare: () => Parameters<typeof sheetRows>[0]): AsyncIterable<TableRow> {
  const translate = (error: unknown): unknown => (error instanceof XmlError ? damaged(fail) : error);
  try {
    const source = prepare();
    return {
      async *[Symbol.asyncIterator]() {
        try {
          yield* sheetRows(source);
        } catch (error) {
          throw translate(error);
        }
      },
    };
  } catch (error) {
    throw translate(error);
  }
}
