import type { ImportReport } from '#contract';
import type { ColumnMapping, FileImportEntity } from '#database';
import { DomainError } from '#survey-model';
import type { EntityManager } from 'typeorm';

/** An uploaded file that has been read: what it would change can be shown, and done. */
export interface OpenedImport {
  readonly mapping: ColumnMapping;
  readonly validRows: number;
  readonly errorCount: number;
  /** What applying it would do to the data as they are now. */
  report(): Promise<ImportReport>;
  /**
   * Writes the valid rows in the caller's transaction.
   * @param today "YYYY-MM-DD"
   * @returns counts for the audit, such as added and changed
   */
  apply(manager: EntityManager, today: string): Promise<Readonly<Record<string, number>>>;
}

/** Reads files of one kind. @throws DomainError when a file cannot be read as a table at all */
export interface ImportReader {
  open(upload: FileImportEntity): Promise<OpenedImport>;
}

/** Entries of each list of a report; the counts are whole. */
export const LISTED_PEOPLE = 200;

export function importUnknown(importId: string): DomainError {
  return new DomainError(
    'not-found',
    'import-unknown',
    `取り込み ${importId} がありません。ファイルを送り直してください。`,
    `There is no import ${importId}. Upload the file again.`,
  );
}

/** The bytes of the upload. @throws DomainError "import-without-file" */
export function requireFile({ id, file }: FileImportEntity): Buffer {
  if (file) return file;
  throw new DomainError(
    'conflict',
    'import-without-file',
    `取り込み ${id} のファイルはもう残っていません。ファイルを送り直してください。`,
    `The file of import ${id} is no longer kept. Upload it again.`,
  );
}
