import type { DataSource, EntityManager } from 'typeorm';
import { insertNotices } from './insert-notices.js';
import type { ListedNotice, NewNotice, NoticeForSending, NoticeState } from './notice.js';

/** What people are told about training, and what became of it. */
export class NoticeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Writes a reminder and its job for everybody with a seat in a session that begins after `at` and, in Japan, not later than the day
   * `lastDay`; once for each revision of the session. @param lastDay "YYYY-MM-DD" @returns how many are new
   */
  async writeReminders(manager: EntityManager, at: Date, lastDay: string, createdBy: string): Promise<number> {
    const seats = await manager.query<{ id: string; staffNumber: string; revision: number }[]>(
      `SELECT enrolment.id, enrolment.staff_number AS "staffNumber", session.revision
       FROM training.enrolment JOIN training.session ON session.id = enrolment.session_id
       WHERE enrolment.place = 'seated' AND session.state = 'scheduled' AND session.starts_at > $1
         AND (session.starts_at AT TIME ZONE 'Asia/Tokyo')::date <= $2::date
         AND NOT EXISTS (SELECT FROM training.notice known WHERE known.kind = 'reminder' AND known.enrolment_id = enrolment.id
           AND known.subject = session.revision::text)`,
      [at, lastDay],
    );
    const reminders = seats.map(({ id, staffNumber, revision }): NewNotice => ({
      kind: 'reminder',
      staffNumber,
      enrolmentId: id,
      subject: String(revision),
    }));
    return (await insertNotices(manager, reminders, { createdBy, at })).length;
  }

  /** The notice with what is true now; null when there is no such notice. */
  async findForSending(id: string): Promise<NoticeForSending | null> {
    const rows = await this.dataSource.query<(Omit<NoticeForSending, 'seat'> & { seat: StoredSeat | null })[]>(
      FOR_SENDING,
      [id],
    );
    const [row] = rows;
    if (!row) return null;
    // Instants inside a JSON object come as text.
    const seat = row.seat && {
      ...row.seat,
      startsAt: new Date(row.seat.startsAt),
      endsAt: new Date(row.seat.endsAt),
    };
    return { ...row, seat };
  }

  /** The mail server has taken it. */
  markSent(manager: EntityManager, id: string, at: Date): Promise<void> {
    return this.mark(manager, id, 'sent', at, null);
  }

  /** Nothing was sent, and nothing will be. @param failure for people, in Japanese, without names, addresses or text of the mail */
  markUnsent(
    manager: EntityManager,
    id: string,
    state: Exclude<NoticeState, 'sent' | 'waiting'>,
    failure: string | null = null,
  ): Promise<void> {
    return this.mark(manager, id, state, null, failure);
  }

  /** Leaves it waiting, says why, and writes the job that tries again after so many seconds. Finish the present job with `manager`. */
  async postpone(
    manager: EntityManager,
    id: string,
    seconds: number,
    failure: string,
    requestedBy: string,
  ): Promise<void> {
    await this.mark(manager, id, 'waiting', null, failure);
    await manager.query(
      `INSERT INTO jobs.job (name, queue, payload, requested_by, retry_at)
       VALUES ('notice.send', 'office', jsonb_build_object('noticeId', $1::uuid), $2, now() + make_interval(secs => $3))`,
      [id, requestedBy, seconds],
    );
  }

  /** Gives up notices that wait although their last job has failed, so that pages do not say "waiting" for ever. */
  async failAbandoned(manager: EntityManager, failure: string): Promise<void> {
    await manager.query(
      `UPDATE training.notice SET state = 'failed', failure = $1
       WHERE state = 'waiting' AND id IN (
         SELECT (payload ->> 'noticeId')::uuid FROM jobs.job WHERE name = 'notice.send'
         GROUP BY 1 HAVING bool_or(state = 'failed') AND NOT bool_or(state IN ('pending', 'running')))`,
      [failure],
    );
  }

  /** What somebody was told of the own training, newest first; not what a head is asked. */
  findOfStaff(staffNumber: string, limit: number): Promise<ListedNotice[]> {
    return this.dataSource.query<ListedNotice[]>(
      `SELECT notice.id, notice.kind, notice.staff_number AS "staffNumber",
         COALESCE(course.name, '') AS course,
         notice.subject, notice.body, notice.state, notice.created_at AS "createdAt", notice.sent_at AS "sentAt", notice.failure
       FROM training.notice
         LEFT JOIN training.enrolment ON enrolment.id = notice.enrolment_id
         LEFT JOIN training.session ON session.id = enrolment.session_id
         LEFT JOIN training.course ON course.key = session.course_key
       WHERE notice.staff_number = $1 AND notice.kind <> 'approval-asked' ORDER BY notice.created_at DESC, notice.id LIMIT $2`,
      [staffNumber, limit],
    );
  }

  private async mark(
    manager: EntityManager,
    id: string,
    state: NoticeState,
    sentAt: Date | null,
    failure: string | null,
  ): Promise<void> {
    await manager.query(`UPDATE training.notice SET state = $2, sent_at = $3, failure = $4 WHERE id = $1`, [
      id,
      state,
      sentAt,
      failure,
    ]);
  }
}

type StoredSeat = Omit<NonNullable<NoticeForSending['seat']>, 'startsAt' | 'endsAt'> & {
  readonly startsAt: string;
  readonly endsAt: string;
};

const FOR_SENDING = `
  SELECT notice.id, notice.kind, notice.staff_number AS "staffNumber", notice.enrolment_id AS "enrolmentId", notice.subject, notice.body,
    notice.state, notice.created_at AS "createdAt",
    (SELECT name FROM identity.organisation) AS organisation,
    CASE WHEN person.staff_number IS NOT NULL THEN
      jsonb_build_object('name', person.name, 'email', person.email, 'serves', person.left_on IS NULL) END AS person,
    COALESCE((SELECT name FROM training.programme WHERE notice.subject = 'programme:' || key),
      (SELECT name FROM training.course WHERE notice.subject = 'course:' || key)) AS "subjectName",
    CASE WHEN enrolment.id IS NOT NULL THEN jsonb_build_object(
      'place', enrolment.place, 'approval', enrolment.approval, 'completed', enrolment.completed,
      'position', CASE WHEN enrolment.place = 'waiting' THEN (
        SELECT count(*) FROM training.enrolment ahead
        WHERE ahead.session_id = enrolment.session_id AND ahead.place = 'waiting' AND ahead.ordinal <= enrolment.ordinal) END,
      'staffName', holder.name, 'departmentName', department.name, 'courseName', course.name,
      'startsAt', session.starts_at, 'endsAt', session.ends_at, 'room', session.room, 'note', session.note,
      'sessionState', session.state, 'revision', session.revision) END AS seat
  FROM training.notice
    LEFT JOIN identity.staff_member person ON person.staff_number = notice.staff_number
    LEFT JOIN training.enrolment ON enrolment.id = notice.enrolment_id
    LEFT JOIN identity.staff_member holder ON holder.staff_number = enrolment.staff_number
    LEFT JOIN identity.department ON department.code = holder.department_code
    LEFT JOIN training.session ON session.id = enrolment.session_id
    LEFT JOIN training.course ON course.key = session.course_key
  WHERE notice.id = $1`;
