import type { DataSource, EntityManager } from 'typeorm';
import type { ImportKind, ImportState } from './file-import.entity.js';
import type { ColumnMapping } from './import-file.repository.js';

export interface NewUpload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly file: Buffer;
  readonly mapping: ColumnMapping | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** An import as the pages see it. */
export interface UploadRecord {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly state: ImportState;
  readonly requestedAt: Date;
  readonly appliedAt: Date | null;
  /** As the office worker wrote it. Null in lists. */
  readonly report: unknown;
  /** The last job that checks or applies it. */
  readonly jobId: string | null;
  readonly jobName: string | null;
  readonly jobState: 'pending' | 'running' | 'done' | 'failed' | null;
}

const UPLOAD = (report: string): string => `
  SELECT upload.id, upload.kind, upload.file_name AS "fileName", upload.state, upload.requested_at AS "requestedAt",
    upload.applied_at AS "appliedAt", ${report} AS report, job.id AS "jobId", job.name AS "jobName", job.state AS "jobState"
  FROM identity.file_import upload LEFT JOIN LATERAL (
    SELECT id, name, state FROM jobs.job WHERE name IN ('import.check', 'import.apply') AND payload ->> 'importId' = upload.id::text
    ORDER BY requested_at DESC LIMIT 1) job ON true`;

/** Uploaded files as HR hands them in; the office worker reads and applies them. */
export class FileUploadRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns the new import's id */
  async insert(manager: EntityManager, upload: NewUpload): Promise<string> {
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO identity.file_import (kind, file_name, file, state, mapping, requested_by, requested_at)
       VALUES ($1, $2, $3, 'waiting', $4, $5, $6) RETURNING id`,
      [upload.kind, upload.fileName, upload.file, upload.mapping, upload.requestedBy, upload.requestedAt],
    );
    const id = rows[0]?.id;
    if (!id) throw new Error('identity.file_import: INSERT returned no row');
    return id;
  }

  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<UploadRecord | null> {
    const rows = await manager.query<UploadRecord[]>(`${UPLOAD('upload.report')} WHERE upload.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The same, locked until the end of the transaction. */
  findLocked(manager: EntityManager, id: string): Promise<UploadRecord | null> {
    return manager
      .query<UploadRecord[]>(`${UPLOAD('upload.report')} WHERE upload.id = $1 FOR UPDATE OF upload`, [id])
      .then((rows) => rows[0] ?? null);
  }

  /** The newest of one kind, without their reports. */
  findRecent(kind: ImportKind, limit: number): Promise<UploadRecord[]> {
    return this.dataSource.query<UploadRecord[]>(
      `${UPLOAD('NULL::jsonb')} WHERE upload.kind = $1 ORDER BY upload.requested_at DESC, upload.id LIMIT $2`,
      [kind, limit],
    );
  }

  /** Back to the dry run, with another mapping. */
  async resetToCheck(manager: EntityManager, id: string, mapping: ColumnMapping | null): Promise<void> {
    await manager.query(
      `UPDATE identity.file_import SET state = 'waiting', report = NULL, mapping = COALESCE($2, mapping) WHERE id = $1`,
      [id, mapping],
    );
  }

  async saveAcceptValid(manager: EntityManager, id: string, acceptValid: boolean): Promise<void> {
    await manager.query('UPDATE identity.file_import SET accept_valid = $2 WHERE id = $1', [id, acceptValid]);
  }
}
