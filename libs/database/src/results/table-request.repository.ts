import type { TableRequestState, TableSpec } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';

/** A further table that HR has asked for. */
export interface TableRequestRow {
  readonly id: string;
  readonly spec: TableSpec;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly state: TableRequestState;
  /** The version that added it. */
  readonly version: number | null;
  readonly decidedAt: Date | null;
}

export type WaitingTable = Pick<TableRequestRow, 'id' | 'spec'>;

/** Further tables: asked for by the api, decided by the tally, each once. */
export class TableRequestRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(
    manager: EntityManager,
    request: Pick<TableRequestRow, 'spec' | 'requestedBy' | 'requestedAt'> & { readonly surveyId: string },
  ): Promise<void> {
    await manager.query(
      'INSERT INTO results.table_request (survey_id, spec, requested_by, requested_at) VALUES ($1, $2, $3, $4)',
      [request.surveyId, JSON.stringify(request.spec), request.requestedBy, request.requestedAt],
    );
  }

  /** Every request of a survey, the newest first. */
  find(surveyId: string): Promise<TableRequestRow[]> {
    return this.dataSource.query<TableRequestRow[]>(
      `SELECT id, spec, requested_by AS "requestedBy", requested_at AS "requestedAt", state, version, decided_at AS "decidedAt"
       FROM results.table_request WHERE survey_id = $1 ORDER BY requested_at DESC, id`,
      [surveyId],
    );
  }

  /** Undecided ones, in the order in which they were asked for. */
  findWaiting(surveyId: string, manager: EntityManager = this.dataSource.manager): Promise<WaitingTable[]> {
    return manager.query<WaitingTable[]>(
      `SELECT id, spec FROM results.table_request WHERE survey_id = $1 AND state = 'waiting' ORDER BY requested_at, id`,
      [surveyId],
    );
  }

  /** @param version null: refused */
  async decide(manager: EntityManager, id: string, version: number | null, at: Date): Promise<void> {
    await manager.query('UPDATE results.table_request SET state = $2, version = $3, decided_at = $4 WHERE id = $1', [
      id,
      version === null ? 'refused' : 'released',
      version,
      at,
    ]);
  }
}
