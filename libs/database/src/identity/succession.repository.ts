import type { DepartmentSuccession } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';

/** A department that is or was. */
export interface DepartmentEver {
  readonly code: string;
  readonly name: string;
  /** The last one, for a department that is no more. */
  readonly parentCode: string | null;
  readonly current: boolean;
}

/** Which department took over which (組織の引継ぎ). */
export class SuccessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By old code, then new code. */
  load(manager: EntityManager = this.dataSource.manager): Promise<DepartmentSuccession[]> {
    return manager.query<DepartmentSuccession[]>(
      `SELECT old_code AS "oldCode", new_code AS "newCode" FROM identity.department_succession ORDER BY old_code, new_code`,
    );
  }

  /** Every department there ever was. */
  loadDepartments(manager: EntityManager = this.dataSource.manager): Promise<DepartmentEver[]> {
    return manager.query<DepartmentEver[]>(
      `SELECT code, name, parent_code AS "parentCode", valid_to IS NULL AS current FROM identity.department ORDER BY sort, code`,
    );
  }

  /** The successions of the old codes they name take the place of what was on record for these; all others stay. */
  async replace(manager: EntityManager, successions: readonly DepartmentSuccession[]): Promise<void> {
    await manager.query('DELETE FROM identity.department_succession WHERE old_code = ANY ($1)', [
      successions.map(({ oldCode }) => oldCode),
    ]);
    await manager.query(
      `INSERT INTO identity.department_succession (old_code, new_code)
       SELECT DISTINCT "oldCode", "newCode" FROM jsonb_to_recordset($1::jsonb) AS row ("oldCode" text, "newCode" text)`,
      [JSON.stringify(successions)],
    );
  }
}
