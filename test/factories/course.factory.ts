import type { Approval, EnrolmentPlace } from '#survey-model';
import type { DataSource } from 'typeorm';

/** A city with one course, and people of one department with a mail address each, but for those given as null. */
export async function seedCourse(main: DataSource, emails: readonly (string | null)[]): Promise<void> {
  await main.query(`INSERT INTO identity.organisation (name) VALUES ('若葉市')`);
  await main.query(
    `INSERT INTO identity.department (code, name, valid_from, sort) VALUES ('11', '総務部人事課', '2020-04-01', 1)`,
  );
  await main.query(
    `INSERT INTO identity.staff_member (staff_number, name, department_code, position_key, job_type, employment_type, status, email)
     SELECT 'S' || ordinal, '職員 ' || ordinal, '11', 'staff', '事務職', 'full-time', 'active', email
     FROM jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS given (email, ordinal)`,
    [JSON.stringify(emails)],
  );
  await main.query(
    `INSERT INTO training.programme (key, name, counting, methods, sort) VALUES ('dx', 'DX推進員', 'once-in-plan', '[]', 1)`,
  );
  await main.query(
    `INSERT INTO training.course (key, name, programme_key, method) VALUES ('data', 'データ分析入門', 'dx', '外部研修')`,
  );
}

/** @param startsAt three hours long @returns its id */
export async function seedSession(main: DataSource, startsAt: string, room = '301会議室'): Promise<string> {
  const rows = await main.query<{ id: string }[]>(
    `INSERT INTO training.session (course_key, starts_at, ends_at, room, capacity, apply_until, created_at, created_by)
     VALUES ('data', $1, $1::timestamptz + interval '3 hours', $2, 20, '2026-11-19', now(), 'hr') RETURNING id`,
    [startsAt, room],
  );
  return rows[0]?.id ?? '';
}

export async function seedEnrolment(
  main: DataSource,
  sessionId: string,
  staffNumber: string,
  place: EnrolmentPlace = 'seated',
  approval: Approval = 'not-needed',
): Promise<string> {
  const rows = await main.query<{ id: string }[]>(
    `INSERT INTO training.enrolment (session_id, staff_number, place, approval, source, requested_at, requested_by)
     VALUES ($1, $2, $3, $4, 'application', now(), $2) RETURNING id`,
    [sessionId, staffNumber, place, approval],
  );
  return rows[0]?.id ?? '';
}
