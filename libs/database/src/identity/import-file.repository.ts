import type { DataSource, EntityManager } from 'typeorm';
import { insertAuditEvent } from './audit-event.js';
import { FileImportEntity, type ImportKind, type ImportState } from './file-import.entity.js';

/** Column of our model -> header of the file. */
export type ColumnMapping = Readonly<Record<string, string>>;

export interface ImportAudit {
  readonly at: Date;
  readonly actor: string;
  /** Counts only, never anybody's data. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Uploaded files on their way from dry run to application; the office worker's side. */
export class ImportFileRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The import with its file, or null. */
  find(id: string): Promise<FileImportEntity | null> {
    return withFile(this.dataSource.manager).where('import.id = :id', { id }).getOne();
  }

  /** The same, locked until the end of the transaction. */
  findLocked(manager: EntityManager, id: string): Promise<FileImportEntity | null> {
    return withFile(manager).where('import.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  /** What a dry run found. An import that has been applied meanwhile stays as it is. */
  async saveReport(
    manager: EntityManager,
    id: string,
    state: ImportState,
    mapping: ColumnMapping,
    report: object,
  ): Promise<void> {
    await manager.query(
      `UPDATE identity.file_import SET state = $2, mapping = $3, report = $4 WHERE id = $1 AND state <> 'applied'`,
      [id, state, mapping, report],
    );
  }

  /** The file cannot be read at all. */
  async markFailed(id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE identity.file_import SET state = 'failed', report = NULL WHERE id = $1 AND state <> 'applied'`,
      [id],
    );
  }

  /** Ends the import: the file itself is deleted, the event is recorded. */
  async markApplied(
    manager: EntityManager,
    { id, kind, fileName }: FileImportEntity,
    audit: ImportAudit,
  ): Promise<void> {
    await manager.query(
      `UPDATE identity.file_import SET state = 'applied', applied_at = $2, file = NULL WHERE id = $1`,
      [id, audit.at],
    );
    await insertAuditEvent(manager, {
      at: audit.at,
      actor: audit.actor,
      action: `import.${kind}.applied`,
      subject: id,
      detail: { fileName, ...audit.counts },
    });
  }

  /** The mapping of the last file of this kind that was applied, or null. */
  async findMapping(kind: ImportKind): Promise<ColumnMapping | null> {
    const rows = await this.dataSource.query<{ mapping: ColumnMapping }[]>(
      'SELECT mapping FROM identity.column_mapping WHERE kind = $1',
      [kind],
    );
    return rows[0]?.mapping ?? null;
  }

  async rememberMapping(manager: EntityManager, kind: ImportKind, mapping: ColumnMapping): Promise<void> {
    await manager.query(
      `INSERT INTO identity.column_mapping (kind, mapping) VALUES ($1, $2)
       ON CONFLICT (kind) DO UPDATE SET mapping = excluded.mapping`,
      [kind, mapping],
    );
  }
}

function withFile(manager: EntityManager) {
  return manager.getRepository(FileImportEntity).createQueryBuilder('import').addSelect('import.file');
}
