import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COURSE_GRANTS } from './20261121000006-course-grants.js';

/**
 * Training beyond the yearly targets: audiences and completion rules, the plan's history, courses, sessions and enrolments, completions
 * from elsewhere, HR's own targets, what the worker computes, and the mails. A learning system may only hand in statements.
 */
export class CreateCourses20261121000006 implements MigrationInterface {
  readonly name = 'CreateCourses20261121000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PLAN, ...COURSES, ...ELSEWHERE, ...TARGETS, ...NOTICES, ...COURSE_GRANTS])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE training.${table} CASCADE`);
    await runner.query('DROP FUNCTION training.refuse_change');
    await runner.query('ALTER TABLE training.completion DROP COLUMN origin');
    await runner.query('ALTER TABLE training.programme DROP COLUMN audiences, DROP COLUMN completion');
  }
}

const TABLES = [
  ...['plan_version', 'notice', 'engagement_link', 'forecast', 'target_history', 'target_override', 'certificate'],
  ...['parked_statement', 'statement', 'statement_source', 'course_completion', 'enrolment', 'session', 'course'],
];

const PLAN = [
  `ALTER TABLE training.programme
     ADD COLUMN audiences jsonb NOT NULL DEFAULT '[]',
     ADD COLUMN completion jsonb NOT NULL DEFAULT '{"kind": "any-course"}'`,
  // The whole plan as it was after each edit; nothing of it is ever changed.
  `CREATE TABLE training.plan_version (
     version integer PRIMARY KEY,
     saved_at timestamptz NOT NULL,
     saved_by text NOT NULL,
     note text NOT NULL DEFAULT '',
     programmes jsonb NOT NULL)`,
  `CREATE FUNCTION training.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '% is immutable', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END $$`,
  `CREATE TRIGGER plan_version_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON training.plan_version
     FOR EACH STATEMENT EXECUTE FUNCTION training.refuse_change()`,
];

const COURSES = [
  `CREATE TABLE training.course (
     key text PRIMARY KEY CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
     name text NOT NULL CHECK (name <> ''),
     description text NOT NULL DEFAULT '',
     programme_key text NOT NULL REFERENCES training.programme,
     method text NOT NULL,
     points smallint NOT NULL DEFAULT 1 CHECK (points BETWEEN 0 AND 100),
     pass_mark smallint CHECK (pass_mark BETWEEN 0 AND 100),
     activity_id text UNIQUE,
     withdrawn boolean NOT NULL DEFAULT false)`,
  `CREATE TABLE training.session (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     course_key text NOT NULL REFERENCES training.course,
     starts_at timestamptz NOT NULL,
     ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
     room text NOT NULL DEFAULT '',
     capacity integer NOT NULL CHECK (capacity BETWEEN 1 AND 10000),
     apply_until date NOT NULL,
     note text NOT NULL DEFAULT '',
     state text NOT NULL DEFAULT 'scheduled' CHECK (state IN ('scheduled', 'cancelled', 'closed')),
     -- Grows with every change that people are told of (iCalendar SEQUENCE).
     revision integer NOT NULL DEFAULT 0,
     created_at timestamptz NOT NULL,
     created_by text NOT NULL)`,
  `CREATE INDEX session_course ON training.session (course_key, starts_at)`,
  `CREATE INDEX session_end ON training.session (ends_at)`,
  `CREATE INDEX session_room ON training.session (room, ends_at) WHERE room <> ''`,
  // One line a person and session; who cancels and applies again goes to the end. Its ordinal is the order of arrival.
  `CREATE SEQUENCE training.enrolment_ordinal`,
  `CREATE TABLE training.enrolment (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     session_id uuid NOT NULL REFERENCES training.session,
     staff_number text NOT NULL REFERENCES identity.staff_member (staff_number) ON UPDATE CASCADE,
     ordinal bigint NOT NULL DEFAULT nextval('training.enrolment_ordinal') UNIQUE,
     place text NOT NULL CHECK (place IN ('seated', 'waiting', 'cancelled')),
     approval text NOT NULL CHECK (approval IN ('not-needed', 'pending', 'approved', 'declined')),
     source text NOT NULL CHECK (source IN ('application', 'nomination-hr', 'nomination-head')),
     reason text NOT NULL DEFAULT '',
     requested_at timestamptz NOT NULL,
     requested_by text NOT NULL,
     decided_at timestamptz,
     decided_by text,
     seated_at timestamptz,
     cancelled_at timestamptz,
     cancelled_by text,
     attendance text CHECK (attendance IN ('attended', 'absent')),
     mark smallint CHECK (mark BETWEEN 0 AND 100),
     completed boolean,
     UNIQUE (session_id, staff_number))`,
  `CREATE INDEX enrolment_line ON training.enrolment (session_id, place, ordinal)`,
  `CREATE INDEX enrolment_person ON training.enrolment (staff_number)`,
  `CREATE TABLE training.course_completion (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     staff_number text NOT NULL,
     course_key text NOT NULL REFERENCES training.course,
     completed_on date NOT NULL,
     mark smallint CHECK (mark BETWEEN 0 AND 100),
     source text NOT NULL CHECK (source IN ('session', 'import', 'xapi', 'hr')),
     -- The enrolment, import or statement it came from.
     source_id text,
     -- Every session is evidence of its own, every other source one: what one of them takes back, another may still say.
     evidence text NOT NULL GENERATED ALWAYS AS (CASE source WHEN 'session' THEN COALESCE(source_id, '') ELSE '' END) STORED,
     recorded_at timestamptz NOT NULL,
     UNIQUE (staff_number, course_key, completed_on, source, evidence))`,
  `CREATE INDEX course_completion_course ON training.course_completion (course_key)`,
  `CREATE INDEX course_completion_session ON training.course_completion (source_id) WHERE source = 'session'`,
  // "courses": follows from course completions by the programme's completion rule, and is written anew with them.
  `ALTER TABLE training.completion
     ADD COLUMN origin text NOT NULL DEFAULT 'import' CHECK (origin IN ('import', 'courses'))`,
  `CREATE TABLE training.certificate (
     fiscal_year integer NOT NULL,
     number integer NOT NULL CHECK (number > 0),
     staff_number text NOT NULL,
     -- A programme or a course.
     subject text NOT NULL CHECK (subject ~ '^(programme|course):'),
     completed_on date NOT NULL,
     issued_at timestamptz NOT NULL,
     PRIMARY KEY (fiscal_year, number),
     UNIQUE (staff_number, subject, completed_on))`,
];

const ELSEWHERE = [
  // A learning system that may hand in statements (xAPI): the secret is shown once and kept as a hash.
  `CREATE TABLE training.statement_source (
     key text PRIMARY KEY,
     name text NOT NULL CHECK (name <> ''),
     secret_hash text NOT NULL,
     created_at timestamptz NOT NULL,
     created_by text NOT NULL,
     last_used_at timestamptz,
     revoked_at timestamptz)`,
  // The statement as it came, by its own id: the same one is taken once.
  `CREATE TABLE training.statement (
     id uuid PRIMARY KEY,
     source_key text NOT NULL REFERENCES training.statement_source,
     received_at timestamptz NOT NULL,
     statement jsonb NOT NULL,
     outcome text NOT NULL CHECK (outcome IN ('recorded', 'parked', 'ignored')),
     reason text NOT NULL DEFAULT '')`,
  `CREATE INDEX statement_outcome ON training.statement (source_key, outcome)`,
  // Waits for HR to say who or what is meant.
  `CREATE TABLE training.parked_statement (
     statement_id uuid PRIMARY KEY REFERENCES training.statement,
     reason text NOT NULL CHECK (reason IN ('person-unknown', 'course-unknown')),
     actor text NOT NULL,
     activity_id text NOT NULL,
     activity_name text NOT NULL DEFAULT '',
     completed_on date NOT NULL,
     mark smallint,
     resolved_at timestamptz,
     resolved_by text,
     -- The person and course it was given to, or null where HR dismissed it.
     staff_number text,
     course_key text,
     resolution text CHECK (resolution IN ('assigned', 'dismissed')),
     -- The answer was for everything alike: what comes later of a dismissed activity is not parked again.
     alike boolean NOT NULL DEFAULT false,
     CHECK ((resolved_at IS NULL) = (resolution IS NULL)))`,
  // Hash: an activity's address may be longer than what a B-tree takes.
  `CREATE INDEX parked_statement_activity ON training.parked_statement USING hash (activity_id)`,
  `CREATE INDEX parked_statement_actor ON training.parked_statement USING hash (actor)`,
];

const TARGETS = [
  `CREATE TABLE training.target_override (
     programme_key text NOT NULL REFERENCES training.programme ON DELETE CASCADE,
     fiscal_year integer NOT NULL,
     department_code text NOT NULL,
     target integer NOT NULL CHECK (target >= 0),
     reason text NOT NULL DEFAULT '',
     set_at timestamptz NOT NULL,
     set_by text NOT NULL,
     PRIMARY KEY (programme_key, fiscal_year, department_code))`,
  `CREATE TABLE training.target_history (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     programme_key text NOT NULL,
     fiscal_year integer NOT NULL,
     computed_at timestamptz NOT NULL,
     requested_by text NOT NULL,
     changes jsonb NOT NULL)`,
  // Burn-up, groups and sections beside the standing itself.
  `ALTER TABLE training.progress ADD COLUMN detail jsonb`,
  `CREATE TABLE training.forecast (
     programme_key text PRIMARY KEY REFERENCES training.programme ON DELETE CASCADE,
     computed_at timestamptz NOT NULL,
     forecast jsonb NOT NULL)`,
  `CREATE TABLE training.engagement_link (
     survey_id uuid NOT NULL,
     programme_key text NOT NULL REFERENCES training.programme ON DELETE CASCADE,
     measure text NOT NULL,
     computed_at timestamptz NOT NULL,
     link jsonb NOT NULL,
     PRIMARY KEY (survey_id, programme_key, measure))`,
];

const NOTICES = [
  // What one person is to be told. The mail is written from what is true when it is sent.
  `CREATE TABLE training.notice (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     kind text NOT NULL,
     staff_number text NOT NULL,
     enrolment_id uuid REFERENCES training.enrolment,
     -- Of letters HR's own words. Of the others see NewNotice in libs/database: revision, "programme:key", reason of a refusal.
     subject text NOT NULL DEFAULT '',
     body text NOT NULL DEFAULT '',
     created_at timestamptz NOT NULL,
     created_by text NOT NULL,
     state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'no-address', 'no-server', 'outdated', 'failed')),
     sent_at timestamptz,
     -- Also of one that waits: why the last attempt brought nothing.
     failure text)`,
  `CREATE INDEX notice_person ON training.notice (staff_number, created_at)`,
  `CREATE INDEX notice_enrolment ON training.notice (enrolment_id)`,
  // One reminder an enrolment and revision of its session.
  `CREATE UNIQUE INDEX notice_reminder ON training.notice (enrolment_id, subject) WHERE kind = 'reminder'`,
];
