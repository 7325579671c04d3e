import type { Approval, Attendance } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';

/** Somebody with a seat, on the attendance sheet. */
export interface AttendanceRow {
  readonly id: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly approval: Approval;
  readonly attendance: Attendance | null;
  readonly mark: number | null;
  /** null until the session is closed. */
  readonly completed: boolean | null;
}

/** Attendance and marks of a session, and the course completions that follow from them. */
export class AttendanceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** In order of arrival. */
  list(sessionId: string, manager: EntityManager = this.dataSource.manager): Promise<AttendanceRow[]> {
    return manager.query<AttendanceRow[]>(
      `SELECT e.id, e.staff_number AS "staffNumber", s.name, e.approval, e.attendance, e.mark, e.completed
       FROM training.enrolment e JOIN identity.staff_member s USING (staff_number)
       WHERE e.session_id = $1 AND e.place = 'seated' ORDER BY e.ordinal`,
      [sessionId],
    );
  }

  async save(manager: EntityManager, rows: readonly AttendanceRow[]): Promise<void> {
    await manager.query(
      `UPDATE training.enrolment e SET attendance = row.attendance, mark = row.mark, completed = row.completed
       FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, attendance text, mark smallint, completed boolean) WHERE e.id = row.id`,
      [JSON.stringify(rows)],
    );
  }

  /**
   * Brings the course completions of one session in line with its sheet. What another source says of that course and day stays as it is,
   * and goes on counting when this session takes its own back.
   */
  async writeCompletions(
    manager: EntityManager,
    { courseKey, completedOn, at }: { readonly courseKey: string; readonly completedOn: string; readonly at: Date },
    rows: readonly AttendanceRow[],
  ): Promise<void> {
    await manager.query(`DELETE FROM training.course_completion WHERE source = 'session' AND source_id = ANY ($1)`, [
      rows.filter(({ completed }) => !completed).map(({ id }) => id),
    ]);
    await manager.query(
      `INSERT INTO training.course_completion AS known (staff_number, course_key, completed_on, mark, source, source_id, recorded_at)
       SELECT "staffNumber", $2, $3, mark, 'session', id, $4
       FROM jsonb_to_recordset($1::jsonb) AS row (id text, "staffNumber" text, mark smallint) ORDER BY "staffNumber"
       ON CONFLICT (staff_number, course_key, completed_on, source, evidence) DO UPDATE SET mark = excluded.mark
         WHERE known.mark IS DISTINCT FROM excluded.mark`,
      [JSON.stringify(rows.filter(({ completed }) => completed)), courseKey, completedOn, at],
    );
  }
}
