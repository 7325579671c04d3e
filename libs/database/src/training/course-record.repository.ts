import type { Completion, Course, CourseCompletion } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';

/** One session with what became of its seats. Days are "YYYY-MM-DD" in Japan. */
export interface SessionRecord {
  readonly courseKey: string;
  readonly programmeKey: string;
  readonly heldOn: string;
  readonly applyUntil: string;
  readonly capacity: number;
  /** Seats given and not cancelled. */
  readonly seated: number;
  /** Attendance and marks are settled. */
  readonly closed: boolean;
  /** Who completed the course by it, and the day that counts. */
  readonly completions: readonly { readonly staffNumber: string; readonly completedOn: string }[];
}

/** Difference between the completions that follow from courses and those on record. */
export interface DerivedUpdate {
  readonly added: readonly Completion[];
  readonly removed: readonly Completion[];
}

/** Rows of one statement. */
const BATCH = 5000;

/** Who completed which course, what follows from it for programmes, and how sessions went. */
export class CourseRecordRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every course, withdrawn ones too, by key. */
  loadCourses(manager: EntityManager = this.dataSource.manager): Promise<Course[]> {
    return manager.query<Course[]>(
      `SELECT key, name, description, programme_key AS "programmeKey", method, points, pass_mark AS "passMark",
         activity_id AS "activityId", withdrawn FROM training.course ORDER BY key`,
    );
  }

  /** One a person, course and day, however many sources say so. */
  loadCourseCompletions(manager: EntityManager = this.dataSource.manager): Promise<CourseCompletion[]> {
    return manager.query<CourseCompletion[]>(
      `SELECT DISTINCT staff_number AS "staffNumber", course_key AS "courseKey", to_char(completed_on, 'YYYY-MM-DD') AS "completedOn"
       FROM training.course_completion ORDER BY 3, 1, 2`,
    );
  }

  /** Writes completions that follow from courses, with the caller's transaction. Imported ones of the same day stay what they are. */
  async applyDerived(manager: EntityManager, { added, removed }: DerivedUpdate): Promise<void> {
    for (const batch of batches(removed))
      await manager.query(
        `DELETE FROM training.completion completion USING jsonb_to_recordset($1::jsonb)
           AS gone ("staffNumber" text, "programmeKey" text, "completedOn" date)
         WHERE completion.origin = 'courses' AND completion.staff_number = gone."staffNumber"
           AND completion.programme_key = gone."programmeKey" AND completion.completed_on = gone."completedOn"`,
        [JSON.stringify(batch)],
      );
    for (const batch of batches(added))
      await manager.query(
        `INSERT INTO training.completion (staff_number, programme_key, completed_on, origin)
         SELECT "staffNumber", "programmeKey", "completedOn", 'courses'
         FROM jsonb_to_recordset($1::jsonb) AS row ("staffNumber" text, "programmeKey" text, "completedOn" date)
         ON CONFLICT DO NOTHING`,
        [JSON.stringify(batch)],
      );
  }

  /** Every session that was not called off, by day. */
  loadSessions(manager: EntityManager = this.dataSource.manager): Promise<SessionRecord[]> {
    return manager.query<SessionRecord[]>(
      `SELECT session.course_key AS "courseKey", course.programme_key AS "programmeKey",
         to_char(session.starts_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS "heldOn",
         to_char(session.apply_until, 'YYYY-MM-DD') AS "applyUntil", session.capacity,
         count(enrolment.id)::integer AS seated, session.state = 'closed' AS closed,
         COALESCE(jsonb_agg(jsonb_build_object('staffNumber', done.staff_number,
           'completedOn', to_char(done.completed_on, 'YYYY-MM-DD'))) FILTER (WHERE done.id IS NOT NULL), '[]') AS completions
       FROM training.session JOIN training.course ON course.key = session.course_key
         LEFT JOIN training.enrolment ON enrolment.session_id = session.id AND enrolment.place = 'seated'
         LEFT JOIN training.course_completion done ON done.source = 'session' AND done.source_id = enrolment.id::text
       WHERE session.state <> 'cancelled'
       GROUP BY session.id, course.key ORDER BY session.starts_at, session.id`,
    );
  }
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}
