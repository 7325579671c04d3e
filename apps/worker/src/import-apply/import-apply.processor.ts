import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import { ImportFileRepository, insertJob, withAdvisoryLock, type FileImportEntity } from '#database';
import { newJob, type ImportPayload } from '#queue';
import { DomainError, dateInJapan } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { ImportReaders } from '../imports/import-readers.js';
import { importUnknown, type OpenedImport } from '../imports/opened-import.js';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { CLOCK } from '../tokens.js';

/** Takes an uploaded file over: all of its valid rows in one transaction, or nothing. */
@Injectable()
export class ImportApplyProcessor implements JobHandler<'import.apply'> {
  readonly job = 'import.apply';

  constructor(
    private readonly main: DataSource,
    private readonly files: ImportFileRepository,
    private readonly readers: ImportReaders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "import-unknown", "import-empty", "import-has-errors", or whatever makes the file unreadable */
  async handle({ importId }: ImportPayload, run: JobRun): Promise<void> {
    const upload = await this.files.find(importId);
    if (!upload) throw importUnknown(importId);
    if (upload.state === 'applied') return run.finish(this.main.manager);
    await run.progress(0, 2, 'ファイルを読み取っています');
    const opened = await this.readers.open(upload);
    refuseIncomplete(opened, upload);
    await run.progress(1, 2, 'データを書き込んでいます');
    // One import at a time: each compares with what the one before has left.
    await withAdvisoryLock(this.main, `import.${upload.kind}`, async (manager) => {
      const current = await this.files.findLocked(manager, importId);
      if (current && current.state !== 'applied') await this.apply(manager, current, opened, run);
      await run.finish(manager);
    });
  }

  private async apply(
    manager: EntityManager,
    upload: FileImportEntity,
    opened: OpenedImport,
    run: JobRun,
  ): Promise<void> {
    const at = this.clock();
    const counts = await opened.apply(manager, dateInJapan(at));
    await this.files.rememberMapping(manager, upload.kind, opened.mapping);
    await this.files.markApplied(manager, upload, { at, actor: run.requestedBy, counts });
    await insertJob(manager, newJob('training.targets', {}, run.requestedBy));
  }
}

/** The api asks the same before it writes the job; but between the two the file may have come to mean something else. */
function refuseIncomplete({ validRows, errorCount }: OpenedImport, { acceptValid }: FileImportEntity): void {
  if (validRows === 0) {
    throw new DomainError(
      'invalid',
      'import-empty',
      '取り込める行が一つもありません。列の対応とファイルを確かめてください。',
      'Not one row can be taken. Check the column mapping and the file.',
    );
  }
  if (errorCount === 0 || acceptValid) return;
  throw new DomainError(
    'invalid',
    'import-has-errors',
    `誤りが${errorCount}件あります。ファイルを直して送り直すか、正しい行だけの取り込みを選んでください。`,
    `There are ${errorCount} errors. Correct the file, or choose to take the valid rows only.`,
  );
}
