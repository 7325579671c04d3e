import { createHash } from 'node:crypto';
import type { Approval, Attendance, EnrolmentPlace, EnrolmentSource } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import type { LockedSession, Occupation } from './session.repository.js';

/** An enrolment as lists show it. */
export interface ListedEnrolment {
  readonly id: string;
  readonly sessionId: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly position: string;
  readonly place: EnrolmentPlace;
  readonly approval: Approval;
  readonly source: EnrolmentSource;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly attendance: Attendance | null;
  readonly mark: number | null;
  readonly completed: boolean | null;
  /** 1 is next to move up; null when not waiting. */
  readonly line: number | null;
}

/** Somebody who asks, or is named, for a place in one session. */
export interface Applicant {
  readonly staffNumber: string;
  readonly name: string;
  readonly departmentCode: string;
  /** What the person has of this session already. */
  readonly place: EnrolmentPlace | null;
  /** Another session at that time in which the person has a seat or waits. */
  readonly clash: Occupation | null;
  /** Completed the very course between the two days. */
  readonly completed: boolean;
}

/** All null where there is none. */
interface Clash extends Omit<Occupation, 'course'> {
  readonly course: string | null;
}

export interface NewPlace {
  readonly staffNumber: string;
  readonly place: 'seated' | 'waiting';
}

export interface PlaceOrigin {
  readonly source: EnrolmentSource;
  readonly approval: Approval;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** One person's place, as much as a notice needs. */
export interface PlaceRow {
  readonly id: string;
  readonly staffNumber: string;
}

const LISTED = `e.id, e.session_id AS "sessionId", e.staff_number AS "staffNumber", s.name, s.department_code AS "departmentCode",
  COALESCE(p.name, s.position_key) AS position, e.place, e.approval, e.source, e.reason, e.requested_at AS "requestedAt",
  e.attendance, e.mark, e.completed`;
/** 1 is next to move up. */
const LINE = `CASE e.place WHEN 'waiting' THEN (SELECT count(*) FROM training.enrolment w
  WHERE w.session_id = e.session_id AND w.place = 'waiting' AND w.ordinal <= e.ordinal)::integer END`;
const WITH_PEOPLE = `training.enrolment e JOIN identity.staff_member s USING (staff_number)
  LEFT JOIN identity.position p ON p.key = s.position_key`;

/** People fall into so many locks: many nominations at once must not fill the server's table of locks. */
const PERSON_LOCKS = 256;

/** Lines of one session. */
const MOST = 10_000;

/** Seats and lines (申込). What changes them holds the lock of the session, see `TrainingSessionRepository.lock`. */
export class EnrolmentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Seated in order of arrival, then waiting in line, then cancelled; at most 10,000. */
  listOfSession(sessionId: string): Promise<ListedEnrolment[]> {
    return this.dataSource.query<ListedEnrolment[]>(
      `SELECT ${LISTED}, CASE e.place WHEN 'waiting' THEN row_number() OVER (PARTITION BY e.place ORDER BY e.ordinal)::integer END AS line
       FROM ${WITH_PEOPLE} WHERE e.session_id = $1
       ORDER BY array_position('{seated,waiting,cancelled}'::text[], e.place), e.ordinal LIMIT ${MOST}`,
      [sessionId],
    );
  }

  /** One person's own, the latest first; at most 200. */
  listOfPerson(staffNumber: string): Promise<ListedEnrolment[]> {
    return this.dataSource.query<ListedEnrolment[]>(
      `SELECT ${LISTED}, ${LINE} AS line FROM ${WITH_PEOPLE} WHERE e.staff_number = $1 ORDER BY e.ordinal DESC LIMIT 200`,
      [staffNumber],
    );
  }

  /** Of these people, the places in sessions that are still to be held or settled, in order of arrival. */
  listUnsettled(staffNumbers: readonly string[]): Promise<ListedEnrolment[]> {
    return this.dataSource.query<ListedEnrolment[]>(
      `SELECT ${LISTED}, ${LINE} AS line FROM ${WITH_PEOPLE} JOIN training.session t ON t.id = e.session_id
       WHERE e.staff_number = ANY ($1) AND e.place IN ('seated', 'waiting') AND t.state = 'scheduled'
       ORDER BY e.ordinal LIMIT ${MOST}`,
      [staffNumbers],
    );
  }

  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<ListedEnrolment | null> {
    const rows = await manager.query<ListedEnrolment[]>(
      `SELECT ${LISTED}, ${LINE} AS line FROM ${WITH_PEOPLE} WHERE e.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** One booking of a person at a time. All at once and in one order, before the session is locked, so that nobody waits in a ring. */
  lockPeople(manager: EntityManager, staffNumbers: readonly string[]): Promise<void> {
    return this.lockBuckets(manager, [...new Set(staffNumbers.map(bucketOf))]);
  }

  /** The same for everybody there is: for a session that moves, before it is known whom it has. */
  lockEverybody(manager: EntityManager): Promise<void> {
    return this.lockBuckets(
      manager,
      Array.from({ length: PERSON_LOCKS }, (_, bucket) => bucket),
    );
  }

  /** The serving people among these, in no order. @param days first and last day between which a completion counts */
  async findApplicants(
    manager: EntityManager,
    staffNumbers: readonly string[],
    session: LockedSession,
    days: { readonly first: string; readonly last: string },
  ): Promise<Applicant[]> {
    const rows = await manager.query<(Omit<Applicant, 'clash'> & Clash)[]>(
      `SELECT s.staff_number AS "staffNumber", s.name, s.department_code AS "departmentCode", e.place,
         clash.course, clash.starts_at AS "startsAt", clash.ends_at AS "endsAt", EXISTS (SELECT FROM training.course_completion d WHERE d.staff_number = s.staff_number AND d.course_key = $5
           AND d.completed_on BETWEEN $6 AND $7) AS completed
       FROM identity.staff_member s
       LEFT JOIN training.enrolment e ON e.staff_number = s.staff_number AND e.session_id = $2
       LEFT JOIN LATERAL (
         SELECT c.name AS course, t.starts_at, t.ends_at FROM training.enrolment other JOIN training.session t ON t.id = other.session_id JOIN training.course c ON c.key = t.course_key
         WHERE other.staff_number = s.staff_number AND other.place <> 'cancelled' AND t.id <> $2 AND t.state = 'scheduled'
           AND t.starts_at < $4 AND t.ends_at > $3
         ORDER BY t.starts_at LIMIT 1) clash ON true
       WHERE s.staff_number = ANY ($1) AND s.left_on IS NULL`,
      [staffNumbers, session.id, session.startsAt, session.endsAt, session.courseKey, days.first, days.last],
    );
    return rows.map(({ course, startsAt, endsAt, ...applicant }) => ({
      ...applicant,
      clash: course === null ? null : { course, startsAt, endsAt },
    }));
  }

  async countPlaces(manager: EntityManager, sessionId: string): Promise<{ seated: number; waiting: number }> {
    const [counts] = await manager.query<{ seated: number; waiting: number }[]>(
      `SELECT count(*) FILTER (WHERE place = 'seated')::integer AS seated, count(*) FILTER (WHERE place = 'waiting')::integer AS waiting
       FROM training.enrolment WHERE session_id = $1 AND place IN ('seated', 'waiting')`,
      [sessionId],
    );
    return counts ?? { seated: 0, waiting: 0 };
  }

  /** Gives the places in the order given; who was there before and cancelled comes in at the end of the line. */
  async insertPlaces(
    manager: EntityManager,
    sessionId: string,
    places: readonly NewPlace[],
    { source, approval, reason, by, at }: PlaceOrigin,
  ): Promise<PlaceRow[]> {
    const rows = places.map((place, index) => ({ ...place, index }));
    return manager.query<PlaceRow[]>(
      `INSERT INTO training.enrolment
         (session_id, staff_number, ordinal, place, approval, source, reason, requested_at, requested_by, seated_at)
       SELECT $1, "staffNumber", nextval('training.enrolment_ordinal'), place, $3, $4, $5, $6, $7,
         CASE place WHEN 'seated' THEN $6::timestamptz END
       FROM (SELECT * FROM jsonb_to_recordset($2::jsonb) AS row (index integer, "staffNumber" text, place text)
         ORDER BY index OFFSET 0) ordered
       ON CONFLICT (session_id, staff_number) DO UPDATE SET ordinal = excluded.ordinal, place = excluded.place,
         approval = excluded.approval, source = excluded.source, reason = excluded.reason, requested_at = excluded.requested_at,
         requested_by = excluded.requested_by, seated_at = excluded.seated_at, decided_at = NULL, decided_by = NULL,
         cancelled_at = NULL, cancelled_by = NULL, attendance = NULL, mark = NULL, completed = NULL
       RETURNING id, staff_number AS "staffNumber"`,
      [sessionId, JSON.stringify(rows), approval, source, reason, at, by],
    );
  }

  /** Seats those first in line, as many as there are seats free. @returns them in that order */
  promote(manager: EntityManager, { id, capacity }: { id: string; capacity: number }, at: Date): Promise<PlaceRow[]> {
    return manager.query<PlaceRow[]>(
      `WITH next AS (
         SELECT id FROM training.enrolment WHERE session_id = $1 AND place = 'waiting' ORDER BY ordinal
         LIMIT GREATEST(0, $2 - (SELECT count(*) FROM training.enrolment WHERE session_id = $1 AND place = 'seated'))),
       moved AS (
         UPDATE training.enrolment SET place = 'seated', seated_at = $3 WHERE id IN (SELECT id FROM next)
         RETURNING id, staff_number, ordinal)
       SELECT id, staff_number AS "staffNumber" FROM moved ORDER BY ordinal`,
      [id, capacity, at],
    );
  }

  /** The places of people who have left the organisation are nobody's. @returns how many there were */
  async cancelLeavers(manager: EntityManager, sessionId: string, at: Date): Promise<number> {
    const [row] = await manager.query<{ n: number }[]>(
      `WITH gone AS (
         UPDATE training.enrolment e SET place = 'cancelled', cancelled_at = $2, cancelled_by = 'roster', reason = '退職・転出のため'
         FROM identity.staff_member s
         WHERE e.session_id = $1 AND e.place IN ('seated', 'waiting') AND s.staff_number = e.staff_number AND s.left_on IS NOT NULL
         RETURNING 1)
       SELECT count(*)::integer AS n FROM gone`,
      [sessionId, at],
    );
    return row?.n ?? 0;
  }

  async cancel(
    manager: EntityManager,
    id: string,
    { reason, by, at }: Pick<PlaceOrigin, 'reason' | 'by' | 'at'>,
  ): Promise<void> {
    await manager.query(
      `UPDATE training.enrolment SET place = 'cancelled', cancelled_at = $2, cancelled_by = $3, reason = $4 WHERE id = $1`,
      [id, at, by, reason],
    );
  }

  /** Everybody with a seat or in the line. @returns those who had a place */
  cancelAll(
    manager: EntityManager,
    sessionId: string,
    { reason, by, at }: Pick<PlaceOrigin, 'reason' | 'by' | 'at'>,
  ): Promise<PlaceRow[]> {
    return manager.query<PlaceRow[]>(
      `WITH gone AS (
         UPDATE training.enrolment SET place = 'cancelled', cancelled_at = $2, cancelled_by = $3, reason = $4
         WHERE session_id = $1 AND place IN ('seated', 'waiting') RETURNING id, staff_number, ordinal)
       SELECT id, staff_number AS "staffNumber" FROM gone ORDER BY ordinal`,
      [sessionId, at, by, reason],
    );
  }

  async decide(
    manager: EntityManager,
    id: string,
    approval: 'approved' | 'declined',
    { by, at }: Pick<PlaceOrigin, 'by' | 'at'>,
  ): Promise<void> {
    await manager.query('UPDATE training.enrolment SET approval = $2, decided_at = $3, decided_by = $4 WHERE id = $1', [
      id,
      approval,
      at,
      by,
    ]);
  }

  /** Everybody with a seat or in the line, in order of arrival. */
  findHolders(manager: EntityManager, sessionId: string): Promise<PlaceRow[]> {
    return manager.query<PlaceRow[]>(
      `SELECT id, staff_number AS "staffNumber" FROM training.enrolment
       WHERE session_id = $1 AND place IN ('seated', 'waiting') ORDER BY ordinal`,
      [sessionId],
    );
  }

  private async lockBuckets(manager: EntityManager, buckets: readonly number[]): Promise<void> {
    await manager.query(
      `SELECT pg_advisory_xact_lock(hashtext('training.person'), bucket)
       FROM (SELECT bucket FROM unnest($1::integer[]) AS row (bucket) ORDER BY bucket OFFSET 0) ordered`,
      [buckets],
    );
  }
}

function bucketOf(staffNumber: string): number {
  return createHash('sha256').update(staffNumber).digest().readUInt16BE(0) % PERSON_LOCKS;
}
