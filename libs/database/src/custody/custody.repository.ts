import type { KeySharePurpose } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { TALLY_KEY_COLUMNS, type KeyChallenge, type TallyKeyRow, type WorkerPublicKeys } from './tally-key.js';

export interface CustodianKey {
  readonly publicKey: string;
  readonly shares: number;
  readonly threshold: number;
  readonly shareDigests: readonly string[];
}

/** Custody as the identified side sees it: public keys, and which shares are in. It can write a share and never read one. */
export class CustodyRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findTallyKey(surveyId: string, manager: EntityManager = this.dataSource.manager): Promise<TallyKeyRow | null> {
    const rows = await manager.query<TallyKeyRow[]>(
      `SELECT ${TALLY_KEY_COLUMNS} FROM custody.tally_key WHERE survey_id = $1`,
      [surveyId],
    );
    return rows[0] ?? null;
  }

  async findWorkerKey(): Promise<WorkerPublicKeys | null> {
    const rows = await this.dataSource.query<WorkerPublicKeys[]>(
      'SELECT public_key AS "publicKey", signing_public_key AS "signingPublicKey" FROM custody.worker_key',
    );
    return rows[0] ?? null;
  }

  /** Registers the custodians' key; another one in its place must be tested again. */
  async saveTallyKey(manager: EntityManager, surveyId: string, key: CustodianKey): Promise<void> {
    await manager.query(
      `INSERT INTO custody.tally_key AS known (survey_id, custody, public_key, shares, threshold, share_digests)
       VALUES ($1, 'custodians', $2, $3, $4, $5)
       ON CONFLICT (survey_id) DO UPDATE SET custody = 'custodians', public_key = excluded.public_key, shares = excluded.shares,
         threshold = excluded.threshold, share_digests = excluded.share_digests, tested_at = NULL`,
      [surveyId, key.publicKey, key.shares, key.threshold, JSON.stringify(key.shareDigests)],
    );
    await manager.query('DELETE FROM custody.key_test WHERE survey_id = $1', [surveyId]);
    await manager.query('DELETE FROM custody.key_share WHERE survey_id = $1', [surveyId]);
  }

  /** Begins a test, or begins it again: shares given for an earlier one are dropped. */
  async saveChallenge(manager: EntityManager, surveyId: string, challenge: KeyChallenge): Promise<void> {
    await manager.query(
      `INSERT INTO custody.key_test (survey_id, challenge) VALUES ($1, $2)
       ON CONFLICT (survey_id) DO UPDATE SET challenge = excluded.challenge, outcome = NULL`,
      [surveyId, challenge],
    );
    await manager.query(`DELETE FROM custody.key_share WHERE survey_id = $1 AND purpose = 'test'`, [surveyId]);
  }

  /** null: no test has begun. */
  async findTest(surveyId: string): Promise<{ readonly outcome: 'passed' | 'failed' | null } | null> {
    const rows = await this.dataSource.query<{ outcome: 'passed' | 'failed' | null }[]>(
      'SELECT outcome FROM custody.key_test WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0] ?? null;
  }

  /** Keeps a share until the tally takes it; the last of a number counts, as a wrong one may have been first. @returns how many are in */
  async saveShare(
    manager: EntityManager,
    share: {
      readonly surveyId: string;
      readonly purpose: KeySharePurpose;
      readonly index: number;
      readonly sealed: string;
    },
  ): Promise<number> {
    const place = [share.surveyId, share.purpose, share.index];
    await manager.query(
      'DELETE FROM custody.key_share WHERE survey_id = $1 AND purpose = $2 AND share_index = $3',
      place,
    );
    await manager.query(
      'INSERT INTO custody.key_share (survey_id, purpose, share_index, sealed) VALUES ($1, $2, $3, $4)',
      [...place, share.sealed],
    );
    return (await this.findShareIndices(share.surveyId, share.purpose, manager)).length;
  }

  /** Which shares are in, by their numbers. */
  async findShareIndices(
    surveyId: string,
    purpose: KeySharePurpose,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<number[]> {
    const rows = await manager.query<{ index: number }[]>(
      'SELECT share_index AS index FROM custody.key_share WHERE survey_id = $1 AND purpose = $2 ORDER BY 1',
      [surveyId, purpose],
    );
    return rows.map(({ index }) => index);
  }
}
