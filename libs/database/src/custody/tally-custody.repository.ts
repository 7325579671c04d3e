import { MOST_DAYS_KEPT, type KeySharePurpose } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { DestructionRepository, type DestructionRow } from '../results/destruction.repository.js';
import { TALLY_KEY_COLUMNS, type KeyChallenge, type TallyKeyRow, type WorkerPublicKeys } from './tally-key.js';

/** A share on its way to the tally. */
export interface SealedShare {
  /** From 1, as whoever handed it in says. */
  readonly index: number;
  readonly sealed: string;
}

/** Custody as the tally process sees it. */
export class TallyCustodyRepository {
  constructor(private readonly dataSource: DataSource) {}

  async publishWorkerKeys({ publicKey, signingPublicKey }: WorkerPublicKeys): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO custody.worker_key (public_key, signing_public_key) VALUES ($1, $2)
       ON CONFLICT (id) DO UPDATE SET public_key = excluded.public_key, signing_public_key = excluded.signing_public_key`,
      [publicKey, signingPublicKey],
    );
  }

  async findTallyKey(surveyId: string): Promise<TallyKeyRow | null> {
    const rows = await this.dataSource.query<TallyKeyRow[]>(
      `SELECT ${TALLY_KEY_COLUMNS} FROM custody.tally_key WHERE survey_id = $1`,
      [surveyId],
    );
    return rows[0] ?? null;
  }

  /** Keeps a key that the worker holds itself, unless there is one. @param encrypted the private part */
  async insertWorkerHeldKey(surveyId: string, publicKey: string, encrypted: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const inserted = await manager.query<unknown[]>(
        `INSERT INTO custody.tally_key (survey_id, custody, public_key) VALUES ($1, 'worker', $2) ON CONFLICT DO NOTHING
         RETURNING survey_id`,
        [surveyId, publicKey],
      );
      if (inserted.length === 0) return;
      await manager.query('INSERT INTO custody.worker_held_key (survey_id, encrypted) VALUES ($1, $2)', [
        surveyId,
        encrypted,
      ]);
    });
  }

  async findWorkerHeldKey(surveyId: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ encrypted: string }[]>(
      'SELECT encrypted FROM custody.worker_held_key WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0]?.encrypted ?? null;
  }

  /** The shares that are in, still sealed. */
  findShares(surveyId: string, purpose: KeySharePurpose): Promise<SealedShare[]> {
    return this.dataSource.query<SealedShare[]>(
      'SELECT share_index AS index, sealed FROM custody.key_share WHERE survey_id = $1 AND purpose = $2 ORDER BY 1',
      [surveyId, purpose],
    );
  }

  /** Deletes shares for good, committed before any of them is used. */
  async deleteShares(surveyId: string, purpose: KeySharePurpose, shares: readonly SealedShare[]): Promise<void> {
    // By their content: a share that was handed in again in the meantime stays.
    await this.dataSource.query(
      'DELETE FROM custody.key_share WHERE survey_id = $1 AND purpose = $2 AND sealed = ANY ($3::text[])',
      [surveyId, purpose, shares.map(({ sealed }) => sealed)],
    );
  }

  async findChallenge(surveyId: string): Promise<KeyChallenge | null> {
    const rows = await this.dataSource.query<{ challenge: KeyChallenge }[]>(
      'SELECT challenge FROM custody.key_test WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0]?.challenge ?? null;
  }

  async saveTestOutcome(manager: EntityManager, surveyId: string, passedAt: Date | null): Promise<void> {
    await manager.query('UPDATE custody.key_test SET outcome = $2 WHERE survey_id = $1', [
      surveyId,
      passedAt ? 'passed' : 'failed',
    ]);
    if (passedAt)
      await manager.query('UPDATE custody.tally_key SET tested_at = $2 WHERE survey_id = $1', [surveyId, passedAt]);
  }

  /**
   * Surveys whose day of destruction has come: the day declared to staff; the last day there can be where the box was never opened,
   * because shares are lost or nobody closed the survey.
   * @param today "YYYY-MM-DD"
   */
  async findDueForDestruction(today: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT s.survey_id AS id FROM results.survey s WHERE NOT EXISTS (SELECT FROM results.destruction d WHERE d.survey_id = s.survey_id)
         AND s.destroy_on <= $1::date
         AND (EXISTS (SELECT FROM results.release r WHERE r.survey_id = s.survey_id)
           OR (coalesce(s.paper_closes_at, s.closes_at) AT TIME ZONE 'Asia/Tokyo')::date + $2::integer <= $1::date)`,
      [today, MOST_DAYS_KEPT],
    );
    return rows.map(({ id }) => id);
  }

  /** Announced surveys that have not been closed. */
  async findOpen(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT s.survey_id AS id FROM results.survey s LEFT JOIN results.issued i USING (survey_id) WHERE i.survey_id IS NULL`,
    );
    return rows.map(({ id }) => id);
  }

  findDestruction(surveyId: string): Promise<DestructionRow | null> {
    return new DestructionRepository().find(this.dataSource.manager, surveyId);
  }

  /** The keys go, and the record that they went stays; further tables that wait have nothing left to be made from. */
  async recordDestruction(manager: EntityManager, surveyId: string, row: DestructionRow): Promise<void> {
    await manager.query('DELETE FROM custody.worker_held_key WHERE survey_id = $1', [surveyId]);
    await manager.query('DELETE FROM custody.key_share WHERE survey_id = $1', [surveyId]);
    await manager.query(
      'INSERT INTO results.destruction (survey_id, destroyed_at, record, signature) VALUES ($1, $2, $3, $4)',
      [surveyId, row.destroyedAt, row.record, row.signature],
    );
    await manager.query(
      `UPDATE results.table_request SET state = 'refused', decided_at = $2 WHERE survey_id = $1 AND state = 'waiting'`,
      [surveyId, row.destroyedAt],
    );
  }
}
