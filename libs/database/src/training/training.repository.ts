import type { Completion, Programme, ProgrammeProgress, ProgrammeProgressDetail } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { type CompletionEntity, PlanYearEntity, ProgrammeEntity, ProgressEntity } from './training.entity.js';

export interface CompletionUpdate {
  readonly added: readonly Completion[];
  /** Records that others take the place of. */
  readonly removed: readonly Completion[];
}

/** What one recalculation says of one programme. */
export interface ComputedStanding {
  readonly progress: ProgrammeProgress;
  readonly detail: ProgrammeProgressDetail;
}

/** The training plan, who has completed what, and the computed standing. */
export class TrainingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The plan: every programme with its yearly targets, ascending. */
  async loadProgrammes(manager: EntityManager = this.dataSource.manager): Promise<Programme[]> {
    const programmes = await manager.getRepository(ProgrammeEntity).find({ order: { sort: 'ASC', key: 'ASC' } });
    const years = await manager.getRepository(PlanYearEntity).find({ order: { fiscalYear: 'ASC' } });
    return programmes.map(({ key, name, counting, methods, audiences, completion }) => ({
      key,
      name,
      counting,
      methods,
      audiences,
      completion,
      years: years
        .filter((year) => year.programmeKey === key)
        .map(({ fiscalYear, target }) => ({ fiscalYear, target })),
    }));
  }

  /** Every completion ever recorded, also of people who have left. @param origin only those that came so */
  loadCompletions(
    manager: EntityManager = this.dataSource.manager,
    origin: CompletionEntity['origin'] | null = null,
  ): Promise<Completion[]> {
    return manager.query<Completion[]>(
      `SELECT staff_number AS "staffNumber", programme_key AS "programmeKey", to_char(completed_on, 'YYYY-MM-DD') AS "completedOn"
       FROM training.completion WHERE $1::text IS NULL OR origin = $1 ORDER BY completed_on, staff_number, programme_key`,
      [origin],
    );
  }

  /**
   * Writes an imported update with the caller's transaction. Repeating it changes nothing. What follows from courses is not removed, and
   * what is in the file as well stays when the courses no longer say so.
   */
  async applyCompletions(manager: EntityManager, update: CompletionUpdate, importId: string | null): Promise<void> {
    await manager.query(
      `DELETE FROM training.completion completion USING jsonb_to_recordset($1::jsonb)
         AS gone ("staffNumber" text, "programmeKey" text, "completedOn" date)
       WHERE completion.origin = 'import' AND (completion.staff_number, completion.programme_key, completion.completed_on)
         = (gone."staffNumber", gone."programmeKey", gone."completedOn")`,
      [JSON.stringify(update.removed)],
    );
    await manager.query(
      `INSERT INTO training.completion (staff_number, programme_key, completed_on, import_id)
       SELECT "staffNumber", "programmeKey", "completedOn", $2::uuid
       FROM jsonb_to_recordset($1::jsonb) AS row ("staffNumber" text, "programmeKey" text, "completedOn" date)
       ON CONFLICT (staff_number, programme_key, completed_on) DO UPDATE SET origin = 'import', import_id = excluded.import_id
         WHERE completion.origin = 'courses'`,
      [JSON.stringify(update.added), importId],
    );
  }

  /** Puts the standings in the place of all earlier ones, with the caller's transaction. */
  async saveProgress(manager: EntityManager, standings: readonly ComputedStanding[], computedAt: Date): Promise<void> {
    const rows = standings.map(({ progress, detail }) => ({
      programmeKey: progress.programmeKey,
      computedAt,
      progress,
      detail,
    }));
    await manager.query('DELETE FROM training.progress WHERE programme_key <> ALL ($1)', [
      rows.map(({ programmeKey }) => programmeKey),
    ]);
    if (rows.length > 0) await manager.getRepository(ProgressEntity).upsert(rows as object[], ['programmeKey']);
  }

  /** The last computed standing of each programme, in the plan's order. */
  async loadProgress(manager: EntityManager = this.dataSource.manager): Promise<ProgressEntity[]> {
    return manager
      .getRepository(ProgressEntity)
      .createQueryBuilder('progress')
      .innerJoin(ProgrammeEntity, 'programme', 'programme.key = progress.programmeKey')
      .orderBy('programme.sort')
      .getMany();
  }
}
