import type { Course } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { takeAdvisoryLock } from '../advisory-lock.js';

/** A course with what a list says about it. */
export interface ListedCourse extends Course {
  readonly programme: string;
  /** Sessions to come. */
  readonly upcoming: number;
  /** People who have completed it. */
  readonly completed: number;
}

/** More courses than any organisation offers. */
const MOST = 2000;

const COURSE = `
  SELECT c.key, c.name, c.description, c.programme_key AS "programmeKey", p.name AS programme, c.method, c.points,
    c.pass_mark AS "passMark", c.activity_id AS "activityId", c.withdrawn,
    (SELECT count(*) FROM training.session t
     WHERE t.course_key = c.key AND t.state = 'scheduled' AND t.starts_at > $1)::integer AS upcoming,
    (SELECT count(DISTINCT d.staff_number) FROM training.course_completion d WHERE d.course_key = c.key)::integer AS completed
  FROM training.course c JOIN training.programme p ON p.key = c.programme_key`;

/** Courses (講座) of the programmes. */
export class CourseRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every course, those withdrawn last. */
  list(now: Date): Promise<ListedCourse[]> {
    return this.dataSource.query<ListedCourse[]>(
      `${COURSE} ORDER BY c.withdrawn, p.sort, p.key, c.name, c.key LIMIT ${MOST}`,
      [now],
    );
  }

  async find(key: string, now: Date, manager: EntityManager = this.dataSource.manager): Promise<ListedCourse | null> {
    const rows = await manager.query<ListedCourse[]>(`${COURSE} WHERE c.key = $2`, [now, key]);
    return rows[0] ?? null;
  }

  /** Key of the course that a learning system reports by this id, or null. */
  async findByActivity(manager: EntityManager, activityId: string): Promise<string | null> {
    const rows = await manager.query<{ key: string }[]>('SELECT key FROM training.course WHERE activity_id = $1', [
      activityId,
    ]);
    return rows[0]?.key ?? null;
  }

  /** One edit of the courses at a time, so that what was found free is still free when it is taken. */
  lockAll(manager: EntityManager): Promise<void> {
    return takeAdvisoryLock(manager, 'training.course');
  }

  /** Writes a course, new or changed. */
  async save(manager: EntityManager, course: Course): Promise<void> {
    await manager.query(
      `INSERT INTO training.course (key, name, description, programme_key, method, points, pass_mark, activity_id, withdrawn)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (key) DO UPDATE SET name = excluded.name, description = excluded.description,
         programme_key = excluded.programme_key, method = excluded.method, points = excluded.points,
         pass_mark = excluded.pass_mark, activity_id = excluded.activity_id, withdrawn = excluded.withdrawn`,
      [
        course.key,
        course.name,
        course.description,
        course.programmeKey,
        course.method,
        course.points,
        course.passMark,
        course.activityId,
        course.withdrawn,
      ],
    );
  }
}
