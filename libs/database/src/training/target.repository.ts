import type { TargetChange, TargetOverride } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';

/** One recalculation that changed department targets. */
export interface TargetRevision {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  readonly computedAt: Date;
  /** Display name of the account that asked, or the login, or the job that did. */
  readonly requestedBy: string;
  readonly changes: readonly TargetChange[];
}

/** Revisions of a programme that the page shows. */
const LISTED_REVISIONS = 100;

/** HR's own targets of departments, and what recalculations changed. */
export class TargetRepository {
  constructor(private readonly dataSource: DataSource) {}

  loadOverrides(manager: EntityManager = this.dataSource.manager): Promise<TargetOverride[]> {
    return manager.query<TargetOverride[]>(
      `SELECT programme_key AS "programmeKey", fiscal_year AS "fiscalYear", department_code AS "departmentCode", target, reason
       FROM training.target_override ORDER BY 1, 2, 3`,
    );
  }

  /** Takes the place of an earlier figure of the same department and year. */
  async saveOverride(
    manager: EntityManager,
    override: TargetOverride,
    { setAt, setBy }: { readonly setAt: Date; readonly setBy: string },
  ): Promise<void> {
    const { programmeKey, fiscalYear, departmentCode, target, reason } = override;
    await manager.query(
      `INSERT INTO training.target_override (programme_key, fiscal_year, department_code, target, reason, set_at, set_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (programme_key, fiscal_year, department_code) DO UPDATE SET target = excluded.target, reason = excluded.reason,
         set_at = excluded.set_at, set_by = excluded.set_by`,
      [programmeKey, fiscalYear, departmentCode, target, reason, setAt, setBy],
    );
  }

  /** @returns false when there was none */
  async deleteOverride(
    manager: EntityManager,
    {
      programmeKey,
      fiscalYear,
      departmentCode,
    }: Pick<TargetOverride, 'programmeKey' | 'fiscalYear' | 'departmentCode'>,
  ): Promise<boolean> {
    const [, affected] = await manager.query<[unknown[], number]>(
      'DELETE FROM training.target_override WHERE (programme_key, fiscal_year, department_code) = ($1, $2, $3)',
      [programmeKey, fiscalYear, departmentCode],
    );
    return affected === 1;
  }

  async insertRevision(manager: EntityManager, revision: TargetRevision): Promise<void> {
    const { programmeKey, fiscalYear, computedAt, requestedBy, changes } = revision;
    await manager.query(
      `INSERT INTO training.target_history (programme_key, fiscal_year, computed_at, requested_by, changes)
       VALUES ($1, $2, $3, $4, $5)`,
      [programmeKey, fiscalYear, computedAt, requestedBy, JSON.stringify(changes)],
    );
  }

  /** The newest first. */
  loadRevisions(programmeKey: string): Promise<TargetRevision[]> {
    return this.dataSource.query<TargetRevision[]>(
      `SELECT programme_key AS "programmeKey", fiscal_year AS "fiscalYear", computed_at AS "computedAt",
         COALESCE(account.display_name, requested_by) AS "requestedBy", changes
       FROM training.target_history LEFT JOIN identity.account ON account.login = requested_by
       WHERE programme_key = $1 ORDER BY target_history.id DESC LIMIT $2`,
      [programmeKey, LISTED_REVISIONS],
    );
  }
}
