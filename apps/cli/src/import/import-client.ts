import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readLauncherConfig } from '#config';
import type { ImportReport } from '#contract';
import { FileImportEntity, insertJob, JobRepository, mainDataSourceOptions, type ImportKind } from '#database';
import { newJob, type JobName } from '#queue';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import { DataDir } from '../start/data-dir.js';

export interface UploadedFile {
  readonly id: string;
  readonly report: ImportReport;
  readonly state: FileImportEntity['state'];
}

/**
 * A file's way into a running Nobinobi: the same rows and jobs as from the page, so that the same worker checks and applies it.
 */
export class ImportClient {
  private constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError "not-running" when no Nobinobi uses the data folder */
  static async connect(): Promise<ImportClient> {
    const config = readLauncherConfig();
    const running = await (await DataDir.open(config.dataDir)).findRunning();
    const dataSource =
      running && (await new DataSource(mainDataSourceOptions(running.mainOwnerUrl)).initialize().catch(() => null));
    if (dataSource) return new ImportClient(dataSource);
    throw new DomainError(
      'unavailable',
      'not-running',
      `起動中ののびのびが見つかりません(${config.dataDir})。先に別の端末で npm start を実行してください。`,
      `No running Nobinobi uses ${config.dataDir}. Run npm start in another terminal first.`,
    );
  }

  /** Uploads and checks; nothing is taken yet. */
  async check(kind: ImportKind, path: string, requestedBy: string): Promise<UploadedFile> {
    const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new DomainError(
        'invalid',
        'no-such-file',
        `${path} を読めません(${error.code})。`,
        `Cannot read ${path} (${error.code}).`,
        { file: path },
      );
    });
    const id = await this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<{ id: string }[]>(
        `INSERT INTO identity.file_import (kind, file_name, file, state, requested_by, requested_at)
         VALUES ($1, $2, $3, 'waiting', $4, now()) RETURNING id`,
        [kind, basename(path), file, requestedBy],
      );
      const importId = rows[0]?.id;
      if (!importId) throw new Error('identity.file_import: INSERT returned no row');
      return importId;
    });
    await this.run('import.check', id, requestedBy);
    const checked = await this.dataSource.getRepository(FileImportEntity<ImportReport>).findOneByOrFail({ id });
    if (!checked.report) throw new Error(`import ${id} has no report`);
    return { id, state: checked.state, report: checked.report };
  }

  async apply(id: string, acceptValid: boolean, requestedBy: string): Promise<void> {
    await this.dataSource.query('UPDATE identity.file_import SET accept_valid = $2 WHERE id = $1', [id, acceptValid]);
    await this.run('import.apply', id, requestedBy);
  }

  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  private async run(
    name: Extract<JobName, 'import.check' | 'import.apply'>,
    importId: string,
    requestedBy: string,
  ): Promise<void> {
    const jobs = new JobRepository(this.dataSource);
    const id = await insertJob(this.dataSource.manager, newJob(name, { importId }, requestedBy));
    for (;;) {
      const job = await jobs.find(id);
      if (job?.state === 'done') return;
      if (job?.state === 'failed') {
        const { code = 'import-failed', ja = '取り込めませんでした。', en = 'The import failed.' } = job.failure ?? {};
        throw new DomainError('invalid', code, ja, en);
      }
      await wait(200);
    }
  }
}
