import type { DataSource, EntityManager } from 'typeorm';

export interface NewStatementSource {
  readonly key: string;
  readonly name: string;
  readonly secretHash: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** A learning system that may hand in statements, and what became of those it has handed in. */
export interface StatementSourceRecord {
  readonly key: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly recorded: number;
  readonly parked: number;
  readonly ignored: number;
}

const SOURCES = `
  SELECT source.key, source.name, source.created_at AS "createdAt", source.last_used_at AS "lastUsedAt",
    source.revoked_at AS "revokedAt", count(statement.id) FILTER (WHERE outcome = 'recorded')::integer AS recorded,
    count(statement.id) FILTER (WHERE outcome = 'parked')::integer AS parked,
    count(statement.id) FILTER (WHERE outcome = 'ignored')::integer AS ignored
  FROM training.statement_source source LEFT JOIN training.statement ON statement.source_key = source.key`;

/** Learning systems that report completions. */
export class StatementSourceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By key. */
  list(): Promise<StatementSourceRecord[]> {
    return this.dataSource.query<StatementSourceRecord[]>(`${SOURCES} GROUP BY source.key ORDER BY source.key`);
  }

  async find(key: string): Promise<StatementSourceRecord | null> {
    const rows = await this.dataSource.query<StatementSourceRecord[]>(
      `${SOURCES} WHERE source.key = $1 GROUP BY source.key`,
      [key],
    );
    return rows[0] ?? null;
  }

  /** Hash of the secret of a source that has not been revoked, or null. */
  async findSecretHash(key: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ secret_hash: string }[]>(
      'SELECT secret_hash FROM training.statement_source WHERE key = $1 AND revoked_at IS NULL',
      [key],
    );
    return rows[0]?.secret_hash ?? null;
  }

  /** @returns whether it is new; a key is never used again, so that old statements keep their source */
  async insert(manager: EntityManager, source: NewStatementSource): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO training.statement_source (key, name, secret_hash, created_at, created_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING key`,
      [source.key, source.name, source.secretHash, source.createdAt, source.createdBy],
    );
    return rows.length > 0;
  }

  /** @returns whether it was still let in */
  async revoke(manager: EntityManager, key: string, at: Date): Promise<boolean> {
    const [rows] = await manager.query<[unknown[], number]>(
      'UPDATE training.statement_source SET revoked_at = $2 WHERE key = $1 AND revoked_at IS NULL RETURNING key',
      [key, at],
    );
    return rows.length > 0;
  }

  /** To the minute: a busy source would otherwise write this row with every request. */
  async noteUse(manager: EntityManager, key: string, at: Date): Promise<void> {
    await manager.query(
      `UPDATE training.statement_source SET last_used_at = $2
       WHERE key = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
      [key, at],
    );
  }
}
