import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { ImportReport, ImportResponse } from '#contract';
import {
  FileUploadRepository,
  insertAuditEvent,
  insertJob,
  type ColumnMapping,
  type ImportKind,
  type UploadRecord,
} from '#database';
import { newJob } from '#queue';
import { DomainError } from '#survey-model';
import { toCsv } from '#tabular';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { refuseApply, refuseCheck } from './import-guards.js';
import type { UploadedBytes } from './upload.js';

const LISTED = 20;

/** Takes files in and says what is to become of them; the office worker reads and applies them. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uploads: FileUploadRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async upload(
    account: SignedInAccount,
    kind: ImportKind,
    { originalname, buffer }: UploadedBytes,
    mapping: ColumnMapping | null,
  ): Promise<ImportResponse> {
    const at = this.clock();
    const id = await this.dataSource.transaction(async (manager) => {
      const upload = {
        kind,
        fileName: originalname,
        file: buffer,
        mapping,
        requestedBy: account.login,
        requestedAt: at,
      };
      const importId = await this.uploads.insert(manager, upload);
      await insertJob(manager, newJob('import.check', { importId }, account.login));
      await insertAuditEvent(manager, {
        at,
        actor: account.login,
        action: `import.${kind}.uploaded`,
        subject: importId,
      });
      return importId;
    });
    return this.get(id);
  }

  async list(kind: ImportKind): Promise<ImportResponse[]> {
    return (await this.uploads.findRecent(kind, LISTED)).map(toResponse);
  }

  /** @throws DomainError "import-unknown" */
  async get(id: string): Promise<ImportResponse> {
    return toResponse(await this.getRecord(id));
  }

  /** @throws DomainError "import-unknown", "import-busy", "import-applied" */
  check(account: SignedInAccount, id: string, mapping: ColumnMapping | null): Promise<ImportResponse> {
    return this.change(id, async (manager, upload) => {
      refuseCheck(upload);
      await this.uploads.resetToCheck(manager, id, mapping);
      await insertJob(manager, newJob('import.check', { importId: id }, account.login));
    });
  }

  /** @throws DomainError "import-unknown", "import-busy", "import-applied", "import-not-checked", "import-refused" */
  apply(account: SignedInAccount, id: string, acceptValid: boolean): Promise<ImportResponse> {
    return this.change(id, async (manager, upload) => {
      refuseApply(upload, acceptValid);
      await this.uploads.saveAcceptValid(manager, id, acceptValid);
      await insertJob(manager, newJob('import.apply', { importId: id }, account.login));
      const action = `import.${upload.kind}.apply-requested`;
      await insertAuditEvent(manager, {
        at: this.clock(),
        actor: account.login,
        action,
        subject: id,
        detail: { acceptValid },
      });
    });
  }

  /** All listed errors, safe to open in a spreadsheet program. @throws DomainError "import-unknown" */
  async buildErrorList(id: string): Promise<{ fileName: string; data: Buffer }> {
    const { fileName, report } = await this.getRecord(id);
    const errors = (report as ImportReport | null)?.errors ?? [];
    const rows = errors.map(({ line, column, ja, en }) => [line, column, ja, en]);
    const base = fileName.replace(/\.[^.]*$/, '');
    return { fileName: `${base}_エラー.csv`, data: toCsv([['行', '列', '内容', 'English'], ...rows]) };
  }

  private async change(
    id: string,
    work: (manager: EntityManager, upload: UploadRecord) => Promise<void>,
  ): Promise<ImportResponse> {
    await this.dataSource.transaction(async (manager) => {
      const upload = await this.uploads.findLocked(manager, id);
      if (!upload) throw importUnknown();
      await work(manager, upload);
    });
    return this.get(id);
  }

  private async getRecord(id: string): Promise<UploadRecord> {
    const upload = await this.uploads.find(id);
    if (!upload) throw importUnknown();
    return upload;
  }
}

function toResponse(upload: UploadRecord): ImportResponse {
  const { id, kind, fileName, state, requestedAt, appliedAt, report, jobId } = upload;
  return {
    id,
    kind,
    fileName,
    state,
    requestedAt: requestedAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    report: report as ImportReport | null,
    jobId,
  };
}

function importUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'import-unknown',
    'この取り込みは見つかりません。取り込みの一覧から選び直してください。',
    'There is no such import. Choose it from the list again.',
  );
}
