import type { DataSource, EntityManager } from 'typeorm';
import type { ParkedReason } from './statement.repository.js';

/** The oldest of those that one answer would settle: the same unknown actor, or the same unknown activity. */
export interface ParkedGroup {
  readonly id: string;
  readonly source: string;
  readonly reason: ParkedReason;
  readonly actor: string;
  readonly activityId: string;
  readonly activityName: string;
  /** "YYYY-MM-DD". */
  readonly completedOn: string;
  readonly mark: number | null;
  readonly receivedAt: Date;
  /** How many wait for the same answer, this one included. */
  readonly alike: number;
}

export interface ParkedRow {
  readonly id: string;
  readonly reason: ParkedReason;
  readonly actor: string;
  readonly activityId: string;
  readonly receivedAt: Date;
  readonly resolved: boolean;
  readonly statement: object;
}

export interface ParkedResolution {
  readonly id: string;
  readonly staffNumber: string | null;
  readonly courseKey: string | null;
}

export interface ResolutionOrigin {
  readonly at: Date;
  readonly by: string;
  readonly resolution: 'assigned' | 'dismissed';
  readonly alike: boolean;
}

const ROW = `
  SELECT parked.statement_id AS id, parked.reason, parked.actor, parked.activity_id AS "activityId",
    statement.received_at AS "receivedAt", parked.resolved_at IS NOT NULL AS resolved, statement.statement
  FROM training.parked_statement parked JOIN training.statement ON statement.id = parked.statement_id`;

/** Completions that wait for HR to say who, or which course, is meant. */
export class ParkedStatementRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What waits, oldest first, one entry an answer that HR has to give. */
  listGroups(limit: number): Promise<ParkedGroup[]> {
    return this.dataSource.query<ParkedGroup[]>(
      `SELECT * FROM (
         SELECT DISTINCT ON (parked.reason, answer) parked.statement_id AS id, statement.source_key AS source, parked.reason,
           parked.actor, parked.activity_id AS "activityId", parked.activity_name AS "activityName",
           to_char(parked.completed_on, 'YYYY-MM-DD') AS "completedOn", parked.mark, statement.received_at AS "receivedAt",
           (count(*) OVER (PARTITION BY parked.reason, answer))::integer AS alike
         FROM training.parked_statement parked JOIN training.statement ON statement.id = parked.statement_id,
           LATERAL (SELECT CASE parked.reason WHEN 'person-unknown' THEN parked.actor ELSE parked.activity_id END) AS wanted (answer)
         WHERE parked.resolved_at IS NULL ORDER BY parked.reason, answer, statement.received_at, parked.statement_id) groups
       ORDER BY "receivedAt", id LIMIT $1`,
      [limit],
    );
  }

  async countWaiting(manager: EntityManager = this.dataSource.manager): Promise<number> {
    const rows = await manager.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM training.parked_statement WHERE resolved_at IS NULL',
    );
    return rows[0]?.count ?? 0;
  }

  async find(manager: EntityManager, id: string): Promise<ParkedRow | null> {
    const rows = await manager.query<ParkedRow[]>(`${ROW} WHERE parked.statement_id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** It and, where asked for, those alike that wait too; locked until the end of the transaction. */
  lockWaiting(
    manager: EntityManager,
    { id, reason, actor, activityId }: ParkedRow,
    alike: boolean,
  ): Promise<ParkedRow[]> {
    const same = reason === 'person-unknown' ? 'parked.actor = $3' : 'parked.activity_id = $3';
    return manager.query<ParkedRow[]>(
      `${ROW} WHERE parked.resolved_at IS NULL AND (parked.statement_id = $1 OR ($2 AND parked.reason = $4 AND ${same}))
       ORDER BY parked.statement_id FOR UPDATE OF parked`,
      [id, alike, reason === 'person-unknown' ? actor : activityId, reason],
    );
  }

  async resolve(
    manager: EntityManager,
    resolutions: readonly ParkedResolution[],
    { at, by, resolution, alike }: ResolutionOrigin,
  ): Promise<void> {
    await manager.query(
      `UPDATE training.parked_statement parked SET resolved_at = $2, resolved_by = $3, resolution = $4, alike = $5,
         staff_number = row."staffNumber", course_key = row."courseKey"
       FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, "staffNumber" text, "courseKey" text)
       WHERE parked.statement_id = row.id`,
      [JSON.stringify(resolutions), at, by, resolution, alike],
    );
  }

  /** Half an answer: the course is known now and the person is not. */
  async keepWaiting(manager: EntityManager, rows: readonly { id: string; reason: ParkedReason }[]): Promise<void> {
    await manager.query(
      `UPDATE training.parked_statement parked SET reason = row.reason
       FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, reason text) WHERE parked.statement_id = row.id`,
      [JSON.stringify(rows)],
    );
  }

  /** Those of the activities of which HR has said that none of their completions is wanted. */
  async findDismissedActivities(manager: EntityManager, activityIds: readonly string[]): Promise<Set<string>> {
    const rows = await manager.query<{ activity_id: string }[]>(
      `SELECT DISTINCT activity_id FROM training.parked_statement
       WHERE resolution = 'dismissed' AND reason = 'course-unknown' AND alike AND activity_id = ANY ($1)`,
      [activityIds],
    );
    return new Set(rows.map((row) => row.activity_id));
  }
}
