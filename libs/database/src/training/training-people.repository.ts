import type { DataSource, EntityManager } from 'typeorm';

export interface OwnCompletion {
  /** "programme:KEY" or "course:KEY". */
  readonly subject: string;
  readonly name: string;
  readonly completedOn: string;
}

/** Somebody with what the lists of HR and heads show. */
export interface TrainingPerson {
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string | null;
  readonly departmentCode: string;
  readonly position: string;
  readonly email: string | null;
}

export interface PersonTraining {
  readonly staffNumber: string;
  readonly programmeKey: string;
  readonly completedOn: string;
}

/** People as training sees them: what they have completed and what they are enrolled in. */
export class TrainingPeopleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything one person has completed, the newest first: programmes, then courses. */
  findCompletions(staffNumber: string): Promise<OwnCompletion[]> {
    return this.dataSource.query<OwnCompletion[]>(
      `SELECT subject, name, to_char(completed_on, 'YYYY-MM-DD') AS "completedOn" FROM (
         SELECT 0 AS place, 'programme:' || p.key AS subject, p.name, max(c.completed_on) AS completed_on
         FROM training.completion c JOIN training.programme p ON p.key = c.programme_key WHERE c.staff_number = $1 GROUP BY p.key
         UNION ALL
         SELECT 1, 'course:' || course.key, course.name, max(c.completed_on)
         FROM training.course_completion c JOIN training.course ON course.key = c.course_key
         WHERE c.staff_number = $1 GROUP BY course.key) AS own
       ORDER BY place, completed_on DESC, subject`,
      [staffNumber],
    );
  }

  /** Serving staff by number; of the given numbers only, where there are any. */
  findPeople(
    staffNumbers: readonly string[] | null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<TrainingPerson[]> {
    return manager.query<TrainingPerson[]>(
      `SELECT s.staff_number AS "staffNumber", s.name, s.kana, s.department_code AS "departmentCode",
         COALESCE(p.name, s.position_key) AS position, s.email
       FROM identity.staff_member s LEFT JOIN identity.position p ON p.key = s.position_key
       WHERE s.left_on IS NULL AND ($1::text[] IS NULL OR s.staff_number = ANY ($1)) ORDER BY s.staff_number`,
      [staffNumbers],
    );
  }

  /** Staff with a place in a session of the programme that is still to be settled. */
  async findEnrolled(programmeKey: string): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ staff_number: string }[]>(
      `SELECT DISTINCT e.staff_number FROM training.enrolment e JOIN training.session s ON s.id = e.session_id
         JOIN training.course c ON c.key = s.course_key
       WHERE c.programme_key = $1 AND s.state = 'scheduled' AND e.place IN ('seated', 'waiting')`,
      [programmeKey],
    );
    return new Set(rows.map((row) => row.staff_number));
  }

  /** Last completion of each programme of the given people. */
  findLastCompletions(staffNumbers: readonly string[]): Promise<PersonTraining[]> {
    return this.dataSource.query<PersonTraining[]>(
      `SELECT staff_number AS "staffNumber", programme_key AS "programmeKey", to_char(max(completed_on), 'YYYY-MM-DD') AS "completedOn"
       FROM training.completion WHERE staff_number = ANY ($1) GROUP BY 1, 2`,
      [staffNumbers],
    );
  }
}
