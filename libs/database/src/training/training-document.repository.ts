import type { Approval, Attendance, CountingRule, ProgrammeForecast, ProgrammeProgress } from '#survey-model';
import type { ProgrammeProgressDetail, SessionState } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { takeAdvisoryLock } from '../advisory-lock.js';

/** A session as printed lists have it: days "YYYY-MM-DD" and times "HH:MM" in Japan. */
export interface SessionDocument {
  readonly id: string;
  readonly course: string;
  readonly programme: string;
  readonly date: string;
  readonly from: string;
  readonly lastDate: string;
  readonly to: string;
  readonly room: string;
  readonly capacity: number;
  readonly state: SessionState;
}

/** Somebody with a seat. */
export interface SeatedPerson {
  readonly staffNumber: string;
  readonly name: string;
  readonly departmentCode: string;
  /** For departments that are in today's tree no more. */
  readonly departmentName: string;
  readonly approval: Approval;
  readonly attendance: Attendance | null;
  readonly mark: number | null;
  readonly completed: boolean | null;
  /** Day of the course completion that came of it. */
  readonly completedOn: string | null;
}

/** Everything somebody completed under one subject. */
export interface CompletedSubject {
  /** Name of the programme or course. */
  readonly name: string;
  /** null for courses. */
  readonly counting: CountingRule | null;
  /** Name of the person. */
  readonly staffName: string;
  /** "YYYY-MM-DD", ascending; at least one. */
  readonly days: readonly string[];
}

export interface NewCertificate {
  readonly fiscalYear: number;
  readonly staffNumber: string;
  /** "programme:key" or "course:key". */
  readonly subject: string;
  readonly completedOn: string;
  readonly issuedAt: Date;
}

/** What has been computed of a programme; null where nothing has been yet. */
export interface ProgrammeStanding {
  readonly programmeKey: string;
  readonly progress: ProgrammeProgress | null;
  readonly detail: ProgrammeProgressDetail | null;
  readonly forecast: ProgrammeForecast | null;
}

const DAY = (column: string): string => `to_char(${column} AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD')`;
const TIME = (column: string): string => `to_char(${column} AT TIME ZONE 'Asia/Tokyo', 'HH24:MI')`;

/** What certificates, attendance sheets, lists and the plan's workbook are made of. */
export class TrainingDocumentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param id any text: what is no session's id finds none */
  async findSession(id: string): Promise<SessionDocument | null> {
    const rows = await this.dataSource.query<SessionDocument[]>(
      `SELECT session.id, course.name AS course, programme.name AS programme, ${DAY('starts_at')} AS date,
         ${TIME('starts_at')} AS "from", ${DAY('ends_at')} AS "lastDate", ${TIME('ends_at')} AS "to", room, capacity, state
       FROM training.session JOIN training.course ON course.key = session.course_key
         JOIN training.programme ON programme.key = course.programme_key
       WHERE session.id::text = lower($1)`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Everybody with a seat, by staff number. */
  findSeated(sessionId: string): Promise<SeatedPerson[]> {
    return this.dataSource.query<SeatedPerson[]>(
      `SELECT e.staff_number AS "staffNumber", s.name, s.department_code AS "departmentCode", d.name AS "departmentName",
         e.approval, e.attendance, e.mark, e.completed,
         CASE WHEN e.completed THEN COALESCE(to_char(c.completed_on, 'YYYY-MM-DD'), ${DAY('session.ends_at')}) END AS "completedOn"
       FROM training.enrolment e JOIN training.session ON session.id = e.session_id
         JOIN identity.staff_member s USING (staff_number) JOIN identity.department d ON d.code = s.department_code
         LEFT JOIN training.course_completion c ON c.source = 'session' AND c.source_id = e.id::text
       WHERE e.session_id = $1 AND e.place = 'seated' ORDER BY e.staff_number`,
      [sessionId],
    );
  }

  /** @returns null where the person has not completed it, or no such programme or course exists */
  async findCompleted(subject: string, staffNumber: string): Promise<CompletedSubject | null> {
    const [, kind, key] = /^(programme|course):(.+)$/.exec(subject) ?? [];
    if (kind === undefined || key === undefined) return null;
    const rows = await this.dataSource.query<(Omit<CompletedSubject, 'days'> & { readonly day: string })[]>(
      kind === 'programme' ? COMPLETED_PROGRAMME : COMPLETED_COURSE,
      [key, staffNumber],
    );
    const [first] = rows;
    if (!first) return null;
    const { name, counting, staffName } = first;
    return { name, counting, staffName, days: rows.map(({ day }) => day) };
  }

  /**
   * The number of a certificate within its fiscal year: the one it has had from its first issue, else the next. Nobody else gets a number
   * of that year until the caller's transaction ends, so that there are no gaps.
   */
  async takeCertificateNumber(manager: EntityManager, certificate: NewCertificate): Promise<number> {
    const { fiscalYear, staffNumber, subject, completedOn, issuedAt } = certificate;
    await takeAdvisoryLock(manager, `training certificate ${fiscalYear}`);
    const known = await manager.query<{ number: number }[]>(
      'SELECT number FROM training.certificate WHERE staff_number = $1 AND subject = $2 AND completed_on = $3',
      [staffNumber, subject, completedOn],
    );
    if (known[0]) return known[0].number;
    const [row] = await manager.query<{ number: number }[]>(
      `INSERT INTO training.certificate (fiscal_year, number, staff_number, subject, completed_on, issued_at)
       SELECT $1::integer, COALESCE(max(number), 0) + 1, $2, $3, $4, $5 FROM training.certificate WHERE fiscal_year = $1::integer
       RETURNING number`,
      [fiscalYear, staffNumber, subject, completedOn, issuedAt],
    );
    if (!row) throw new Error('training.certificate: INSERT returned no row');
    return row.number;
  }

  /** Every programme's computed figures, in the plan's order. */
  loadStandings(): Promise<ProgrammeStanding[]> {
    return this.dataSource.query<ProgrammeStanding[]>(
      `SELECT programme.key AS "programmeKey", progress.progress, progress.detail, forecast.forecast
       FROM training.programme LEFT JOIN training.progress ON progress.programme_key = programme.key
         LEFT JOIN training.forecast ON forecast.programme_key = programme.key
       ORDER BY programme.sort, programme.key`,
    );
  }

  /** Name of every department there ever was, by code. */
  async loadDepartmentNames(): Promise<Map<string, string>> {
    const rows = await this.dataSource.query<{ code: string; name: string }[]>(
      'SELECT code, name FROM identity.department',
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}

const COMPLETED_PROGRAMME = `
  SELECT programme.name, programme.counting, s.name AS "staffName", to_char(c.completed_on, 'YYYY-MM-DD') AS day
  FROM training.completion c JOIN training.programme ON programme.key = c.programme_key JOIN identity.staff_member s USING (staff_number)
  WHERE c.programme_key = $1 AND c.staff_number = $2 ORDER BY c.completed_on`;

const COMPLETED_COURSE = `
  SELECT course.name, NULL AS counting, s.name AS "staffName", to_char(c.completed_on, 'YYYY-MM-DD') AS day
  FROM training.course_completion c JOIN training.course ON course.key = c.course_key JOIN identity.staff_member s USING (staff_number)
  WHERE c.course_key = $1 AND c.staff_number = $2 ORDER BY c.completed_on`;
