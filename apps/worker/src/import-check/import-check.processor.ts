import { Injectable } from '@nestjs/common';
import { ImportFileRepository, type FileImportEntity } from '#database';
import type { ImportPayload } from '#queue';
import { DataSource } from 'typeorm';
import { ImportReaders } from '../imports/import-readers.js';
import { importUnknown } from '../imports/opened-import.js';
import { isContention, isOutage } from '../queue/job-failure.js';
import type { JobHandler, JobRun } from '../queue/job-handler.js';

/** Dry run of an uploaded file: what it would change, and everything that is wrong with it. */
@Injectable()
export class ImportCheckProcessor implements JobHandler<'import.check'> {
  readonly job = 'import.check';

  constructor(
    private readonly main: DataSource,
    private readonly files: ImportFileRepository,
    private readonly readers: ImportReaders,
  ) {}

  /** @throws DomainError "import-unknown"; whatever makes the file unreadable, after marking the import as failed */
  async handle({ importId }: ImportPayload, run: JobRun): Promise<void> {
    const upload = await this.files.find(importId);
    if (!upload) throw importUnknown(importId);
    if (upload.state === 'applied') return run.finish(this.main.manager);
    await run.progress(0, 2, 'ファイルを読み取っています');
    try {
      await this.check(upload, run);
    } catch (error) {
      // Not left waiting: a later attempt that succeeds says so itself.
      if (!isOutage(error) && !isContention(error)) await this.files.markFailed(upload.id);
      throw error;
    }
  }

  private async check(upload: FileImportEntity, run: JobRun): Promise<void> {
    const opened = await this.readers.open(upload);
    await run.progress(1, 2, '今のデータと比べています');
    const report = await opened.report();
    await this.main.transaction(async (manager) => {
      const state = opened.validRows > 0 ? 'checked' : 'refused';
      await this.files.saveReport(manager, upload.id, state, opened.mapping, report);
      await run.finish(manager);
    });
  }
}
