import type { Completion, Programme, ProgrammeProgress } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { PlanYearEntity, ProgrammeEntity, ProgressEntity } from './training.entity.js';

export interface CompletionUpdate {
  readonly added: readonly Completion[];
  /** Records that others take the place of. */
  readonly removed: readonly Completion[];
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

  /** Every completion ever recorded, also of people who have left. */
  loadCompletions(manager: EntityManager = this.dataSource.manager): Promise<Completion[]> {
    return manager.query<Completion[]>(
      `SELECT staff_number AS "staffNumber", programme_key AS "programmeKey", to_char(completed_on, 'YYYY-MM-DD') AS "completedOn"
       FROM training.completion ORDER BY completed_on, staff_number, programme_key`,
    );
  }

  /** Writes the update with the caller's transaction. Repeating it changes nothing. */
  async applyCompletions(manager: EntityManager, update: CompletionUpdate, importId: string | null): Promise<void> {
    await manager.query(
      `DELETE FROM training.completion completion USING jsonb_to_recordset($1::jsonb)
         AS gone ("staffNumber" text, "programmeKey" text, "completedOn" date)
       WHERE (completion.staff_number, completion.programme_key, completion.completed_on)
         = (gone."staffNumber", gone."programmeKey", gone."completedOn")`,
      [JSON.stringify(update.removed)],
    );
    await manager.query(
      `INSERT INTO training.completion (staff_number, programme_key, completed_on, import_id)
       SELECT "staffNumber", "programmeKey", "completedOn", $2::uuid
       FROM jsonb_to_recordset($1::jsonb) AS row ("staffNumber" text, "programmeKey" text, "completedOn" date)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(update.added), importId],
    );
  }

  async saveProgress(manager: EntityManager, progress: readonly ProgrammeProgress[], computedAt: Date): Promise<void> {
    const rows = progress.map((each) => ({ programmeKey: each.programmeKey, computedAt, progress: each }));
    if (rows.length > 0) await manager.getRepository(ProgressEntity).upsert(rows as object[], ['programmeKey']);
  }

  /** The last computed standing of each programme, in the plan's order. */
  async loadProgress(): Promise<ProgressEntity[]> {
    return this.dataSource
      .getRepository(ProgressEntity)
      .createQueryBuilder('progress')
      .innerJoin(ProgrammeEntity, 'programme', 'programme.key = progress.programmeKey')
      .orderBy('programme.sort')
      .getMany();
  }
}
