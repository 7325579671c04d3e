import type { Programme } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { takeAdvisoryLock } from '../advisory-lock.js';

/** The whole plan as it was after one edit. */
export interface PlanVersion {
  readonly version: number;
  readonly savedAt: Date;
  /** Display name of the account, or what stands for whoever installed the plan. */
  readonly savedBy: string;
  readonly note: string;
  readonly programmes: readonly Programme[];
}

/** Who "saved" version 0. */
export const INSTALLATION = 'installation';

/** Edits of the training plan and their history. */
export class PlanRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Lets one transaction at a time change plan or fixed targets. No course or completion of a programme can come in before it ends
   * either: what was checked is still true when it is written.
   */
  async lock(manager: EntityManager): Promise<void> {
    await takeAdvisoryLock(manager, 'training.plan');
    await manager.query('SELECT FROM training.programme ORDER BY key FOR UPDATE');
  }

  /** 0 while the plan is as installed. */
  async findVersion(manager: EntityManager = this.dataSource.manager): Promise<number> {
    const rows = await manager.query<{ version: number | null }[]>(
      'SELECT max(version) AS version FROM training.plan_version',
    );
    return rows[0]?.version ?? 0;
  }

  /** Every version, ascending; none while nobody has edited a plan that was not installed with its history. */
  async loadVersions(manager: EntityManager = this.dataSource.manager): Promise<PlanVersion[]> {
    return manager.query<PlanVersion[]>(
      `SELECT version, saved_at AS "savedAt", COALESCE(account.display_name, saved_by) AS "savedBy", note, programmes
       FROM training.plan_version LEFT JOIN identity.account ON account.login = saved_by ORDER BY version`,
    );
  }

  async insertVersion(manager: EntityManager, version: PlanVersion): Promise<void> {
    await manager.query(
      'INSERT INTO training.plan_version (version, saved_at, saved_by, note, programmes) VALUES ($1, $2, $3, $4, $5)',
      [version.version, version.savedAt, version.savedBy, version.note, JSON.stringify(version.programmes)],
    );
  }

  /** Keys of programmes that somebody has completed. */
  async findCompletedKeys(manager: EntityManager): Promise<Set<string>> {
    const rows = await manager.query<{ key: string }[]>(
      `SELECT key FROM training.programme
       WHERE EXISTS (SELECT FROM training.completion WHERE completion.programme_key = programme.key)`,
    );
    return new Set(rows.map(({ key }) => key));
  }

  /**
   * Puts the plan in the place of the one there is, with the caller's transaction. A programme left out must have neither courses nor
   * completions; fixed targets of years left out go with their year.
   */
  async save(manager: EntityManager, programmes: readonly Programme[]): Promise<void> {
    const rows = JSON.stringify(programmes.map((programme, sort) => ({ ...programme, sort })));
    const years = JSON.stringify(
      programmes.flatMap(({ key, years: own }) => own.map((year) => ({ programmeKey: key, ...year }))),
    );
    await manager.query('DELETE FROM training.programme WHERE key <> ALL ($1)', [programmes.map(({ key }) => key)]);
    await manager.query(
      `INSERT INTO training.programme (key, name, counting, methods, sort, audiences, completion)
       SELECT key, name, counting, methods, sort, audiences, completion FROM jsonb_to_recordset($1::jsonb)
         AS row (key text, name text, counting text, methods jsonb, sort smallint, audiences jsonb, completion jsonb)
       ON CONFLICT (key) DO UPDATE SET name = excluded.name, counting = excluded.counting, methods = excluded.methods,
         sort = excluded.sort, audiences = excluded.audiences, completion = excluded.completion`,
      [rows],
    );
    for (const table of ['plan_year', 'target_override'])
      await manager.query(
        `DELETE FROM training.${table} WHERE (programme_key, fiscal_year) NOT IN (
           SELECT "programmeKey", "fiscalYear" FROM jsonb_to_recordset($1::jsonb) AS row ("programmeKey" text, "fiscalYear" integer))`,
        [years],
      );
    await manager.query(
      `INSERT INTO training.plan_year (programme_key, fiscal_year, target)
       SELECT "programmeKey", "fiscalYear", target
       FROM jsonb_to_recordset($1::jsonb) AS row ("programmeKey" text, "fiscalYear" integer, target integer)
       ON CONFLICT (programme_key, fiscal_year) DO UPDATE SET target = excluded.target`,
      [years],
    );
  }
}
