import type { CompletionSource, CourseCompletion } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';

/** What a completion has to know of its course. */
export interface CompletableCourse {
  readonly key: string;
  readonly name: string;
  readonly programmeKey: string;
  readonly passMark: number | null;
  readonly activityId: string | null;
}

export interface RecordedCourseCompletion extends CourseCompletion {
  readonly mark: number | null;
}

export interface ReportedCourseCompletion extends RecordedCourseCompletion {
  readonly statementId: string;
}

const ROW = `"staffNumber" text, "courseKey" text, "completedOn" date, mark smallint`;

/** Who completed which course on which day, from wherever it was learnt. */
export class CourseCompletionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every course, withdrawn ones too: what was completed was completed. */
  loadCourses(manager: EntityManager = this.dataSource.manager): Promise<CompletableCourse[]> {
    return manager.query<CompletableCourse[]>(
      `SELECT key, name, programme_key AS "programmeKey", pass_mark AS "passMark", activity_id AS "activityId"
       FROM training.course ORDER BY key`,
    );
  }

  /** One a person, course and day, whatever the sources; with the mark of a file, else the highest. */
  load(manager: EntityManager = this.dataSource.manager): Promise<RecordedCourseCompletion[]> {
    return manager.query<RecordedCourseCompletion[]>(
      `SELECT DISTINCT ON (staff_number, course_key, completed_on) staff_number AS "staffNumber", course_key AS "courseKey", to_char(completed_on, 'YYYY-MM-DD') AS "completedOn", mark
       FROM training.course_completion
       ORDER BY staff_number, course_key, completed_on, source = 'import' AND mark IS NOT NULL DESC, mark DESC NULLS LAST`,
    );
  }

  /**
   * Takes what a file says: a mark in it replaces the one of an earlier file, a blank one does not.
   * @param sourceId the import
   */
  async saveImported(
    manager: EntityManager,
    completions: readonly RecordedCourseCompletion[],
    { sourceId, at }: { readonly sourceId: string; readonly at: Date },
  ): Promise<void> {
    if (completions.length === 0) return;
    await manager.query(
      `INSERT INTO training.course_completion (staff_number, course_key, completed_on, mark, source, source_id, recorded_at)
       SELECT "staffNumber", "courseKey", "completedOn", mark, $2, $3, $4
       FROM jsonb_to_recordset($1::jsonb) AS row (${ROW}) ORDER BY 1, 2, 3
       ON CONFLICT (staff_number, course_key, completed_on, source, evidence) DO UPDATE SET
         mark = excluded.mark, source_id = excluded.source_id, recorded_at = excluded.recorded_at
       WHERE excluded.mark IS NOT NULL`,
      [JSON.stringify(completions), 'import' satisfies CompletionSource, sourceId, at],
    );
  }

  /**
   * Takes what learning systems report. Of several reports of one person, course and day the highest mark stands, and of equal ones
   * the statement with the smallest id, in whatever order they come. What other sources say stands beside it.
   */
  async saveReported(
    manager: EntityManager,
    completions: readonly ReportedCourseCompletion[],
    at: Date,
  ): Promise<void> {
    if (completions.length === 0) return;
    await manager.query(
      `INSERT INTO training.course_completion AS known
         (staff_number, course_key, completed_on, mark, source, source_id, recorded_at)
       SELECT DISTINCT ON ("staffNumber", "courseKey", "completedOn")
         "staffNumber", "courseKey", "completedOn", mark, $2, "statementId", $3::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS row (${ROW}, "statementId" text)
       ORDER BY "staffNumber", "courseKey", "completedOn", mark DESC NULLS LAST, "statementId" COLLATE "C"
       ON CONFLICT (staff_number, course_key, completed_on, source, evidence) DO UPDATE SET mark = excluded.mark, source_id = excluded.source_id
       WHERE (COALESCE(excluded.mark, -1), known.source_id COLLATE "C")
         > (COALESCE(known.mark, -1), excluded.source_id COLLATE "C")`,
      [JSON.stringify(completions), 'xapi' satisfies CompletionSource, at],
    );
  }
}
