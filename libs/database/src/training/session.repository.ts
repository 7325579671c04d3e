import type { Approval, EnrolmentPlace, SessionState } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { takeAdvisoryLock } from '../advisory-lock.js';

/** What HR sets of a session (回). */
export interface SessionPlan {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** "": none. */
  readonly room: string;
  readonly capacity: number;
  /** "YYYY-MM-DD", the last day for applying. */
  readonly applyUntil: string;
  readonly note: string;
}

/** A session with what seating needs to know of its course. */
export interface LockedSession extends SessionPlan {
  readonly id: string;
  readonly courseKey: string;
  readonly course: string;
  readonly withdrawn: boolean;
  readonly passMark: number | null;
  readonly state: SessionState;
  readonly revision: number;
}

/** A session as lists show it, with the place of whoever asks. */
export interface ListedSession extends LockedSession {
  readonly programmeKey: string;
  readonly programme: string;
  readonly method: string;
  readonly seated: number;
  readonly waiting: number;
  readonly ownId: string | null;
  readonly ownPlace: EnrolmentPlace | null;
  readonly ownApproval: Approval | null;
  /** 1 is next to move up; null when not waiting. */
  readonly ownLine: number | null;
}

export interface SessionListQuery {
  /** Ends at or after this instant. */
  readonly from: Date;
  /** Starts before this instant. */
  readonly before: Date | null;
  readonly courseKey: string | null;
}

/** What takes up a room or a person at some time. */
export interface Occupation {
  readonly course: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Sessions of one list. */
const MOST = 500;

const PLAN = `t.id, t.course_key AS "courseKey", c.name AS course, c.withdrawn, c.pass_mark AS "passMark", t.starts_at AS "startsAt",
  t.ends_at AS "endsAt", t.room, t.capacity, to_char(t.apply_until, 'YYYY-MM-DD') AS "applyUntil", t.note, t.state, t.revision`;

const LISTED = `
  SELECT ${PLAN}, c.programme_key AS "programmeKey", p.name AS programme, c.method, n.seated, n.waiting,
    own.id AS "ownId", own.place AS "ownPlace", own.approval AS "ownApproval",
    CASE own.place WHEN 'waiting' THEN (SELECT count(*) FROM training.enrolment w
      WHERE w.session_id = t.id AND w.place = 'waiting' AND w.ordinal <= own.ordinal)::integer END AS "ownLine"
  FROM training.session t JOIN training.course c ON c.key = t.course_key JOIN training.programme p ON p.key = c.programme_key
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE e.place = 'seated')::integer AS seated,
      count(*) FILTER (WHERE e.place = 'waiting')::integer AS waiting
    FROM training.enrolment e WHERE e.session_id = t.id AND e.place IN ('seated', 'waiting')) n
  LEFT JOIN training.enrolment own ON own.session_id = t.id AND own.staff_number = $1`;

/** Sessions (回) of courses. */
export class TrainingSessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** In order of time, at most 500, with the place of the person of this staff number. */
  list(staffNumber: string | null, { from, before, courseKey }: SessionListQuery): Promise<ListedSession[]> {
    return this.dataSource.query<ListedSession[]>(
      `${LISTED} WHERE t.ends_at >= $2 AND ($3::timestamptz IS NULL OR t.starts_at < $3) AND ($4::text IS NULL OR t.course_key = $4)
       ORDER BY t.starts_at, t.id LIMIT ${MOST}`,
      [staffNumber, from, before, courseKey],
    );
  }

  /** Those of the ids that exist, in order of time. */
  findByIds(staffNumber: string | null, ids: readonly string[]): Promise<ListedSession[]> {
    return this.dataSource.query<ListedSession[]>(
      `${LISTED} WHERE t.id = ANY ($2::uuid[]) ORDER BY t.starts_at, t.id`,
      [staffNumber, ids],
    );
  }

  /** These sessions, with the place of the person of this staff number, in order of time. */
  listByIds(staffNumber: string | null, ids: readonly string[]): Promise<ListedSession[]> {
    return this.dataSource.query<ListedSession[]>(`${LISTED} WHERE t.id = ANY ($2) ORDER BY t.starts_at, t.id`, [
      staffNumber,
      ids,
    ]);
  }

  /**
   * The session for whoever gives or takes its seats: one at a time. Locks of people (`EnrolmentRepository.lockPeople`) and of the room
   * come before it.
   */
  async lock(manager: EntityManager, id: string): Promise<LockedSession | null> {
    const rows = await manager.query<LockedSession[]>(
      `SELECT ${PLAN} FROM training.session t JOIN training.course c ON c.key = t.course_key WHERE t.id = $1 FOR UPDATE OF t`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** One booking of a room at a time. */
  lockRoom(manager: EntityManager, room: string): Promise<void> {
    return takeAdvisoryLock(manager, `training.room:${room}`);
  }

  /** The session that has the room at that time, other than the given one. Sessions may follow one another without a break. */
  async findInRoom(
    manager: EntityManager,
    { room, startsAt, endsAt }: SessionPlan,
    exceptId: string | null,
  ): Promise<Occupation | null> {
    const rows = await manager.query<Occupation[]>(
      `SELECT c.name AS course, t.starts_at AS "startsAt", t.ends_at AS "endsAt"
       FROM training.session t JOIN training.course c ON c.key = t.course_key
       WHERE t.room = $1 AND t.room <> '' AND t.ends_at > $2 AND t.starts_at < $3 AND t.state <> 'cancelled'
         AND t.id IS DISTINCT FROM $4::uuid
       ORDER BY t.starts_at LIMIT 1`,
      [room, startsAt, endsAt, exceptId],
    );
    return rows[0] ?? null;
  }

  async insert(
    manager: EntityManager,
    courseKey: string,
    plan: SessionPlan,
    { by, at }: { readonly by: string; readonly at: Date },
  ): Promise<string> {
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO training.session (course_key, starts_at, ends_at, room, capacity, apply_until, note, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [courseKey, plan.startsAt, plan.endsAt, plan.room, plan.capacity, plan.applyUntil, plan.note, at, by],
    );
    const id = rows[0]?.id;
    if (!id) throw new Error('training.session: INSERT returned no row');
    return id;
  }

  /** @param revision grows with what people are told of */
  async update(manager: EntityManager, id: string, plan: SessionPlan, revision: number): Promise<void> {
    await manager.query(
      `UPDATE training.session SET starts_at = $2, ends_at = $3, room = $4, capacity = $5, apply_until = $6, note = $7, revision = $8
       WHERE id = $1`,
      [id, plan.startsAt, plan.endsAt, plan.room, plan.capacity, plan.applyUntil, plan.note, revision],
    );
  }

  async setState(manager: EntityManager, id: string, state: SessionState, revision: number): Promise<void> {
    await manager.query('UPDATE training.session SET state = $2, revision = $3 WHERE id = $1', [id, state, revision]);
  }

  /** How many mails about it are in which state. */
  async countNotices(id: string): Promise<Record<string, number>> {
    const rows = await this.dataSource.query<{ state: string; n: number }[]>(
      `SELECT n.state, count(*)::integer AS n FROM training.enrolment e JOIN training.notice n ON n.enrolment_id = e.id
       WHERE e.session_id = $1 GROUP BY n.state`,
      [id],
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  }
}
