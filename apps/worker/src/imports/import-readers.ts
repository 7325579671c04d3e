import { Injectable } from '@nestjs/common';
import type { FileImportEntity } from '#database';
import { CompletionReader } from './completion-reader.js';
import type { OpenedImport } from './opened-import.js';
import { RosterReader } from './roster-reader.js';
import { SuccessionReader } from './succession-reader.js';

/** The reader for each kind of import. */
@Injectable()
export class ImportReaders {
  constructor(
    private readonly roster: RosterReader,
    private readonly completions: CompletionReader,
    private readonly successions: SuccessionReader,
  ) {}

  /** @throws DomainError when the file cannot be read as a table at all */
  open(upload: FileImportEntity): Promise<OpenedImport> {
    const { roster, completions, successions } = this;
    return { roster, completions, successions }[upload.kind].open(upload);
  }
}
