import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GRANTS } from './20261121000001-grants.js';

/**
 * Identified side. Four schemas: who people are (identity), what may be known of answers (results), training, and the outbox (jobs).
 * Roles are made before migrations run (libs/database/src/roles.ts), because a role belongs to the cluster and carries a password.
 */
export class CreateSchemas20261121000001 implements MigrationInterface {
  readonly name = 'CreateSchemas20261121000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...IDENTITY, ...RESULTS, ...TRAINING, ...JOBS, ...GUARDS, ...GRANTS])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const schema of ['jobs', 'training', 'results', 'identity'])
      await runner.query(`DROP SCHEMA ${schema} CASCADE`);
  }
}

const IDENTITY = [
  `REVOKE ALL ON SCHEMA public FROM PUBLIC`,
  `CREATE SCHEMA identity`,
  `CREATE TABLE identity.organisation (
     id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
     name text NOT NULL CHECK (name <> ''),
     demo boolean NOT NULL DEFAULT false)`,
  `CREATE TABLE identity.position (
     key text PRIMARY KEY, name text NOT NULL, grades smallint[] NOT NULL, titles text[] NOT NULL, sort smallint NOT NULL)`,
  `CREATE TABLE identity.department (
     code text PRIMARY KEY,
     name text NOT NULL,
     parent_code text REFERENCES identity.department (code) DEFERRABLE INITIALLY DEFERRED,
     valid_from date NOT NULL,
     valid_to date,
     sort integer NOT NULL DEFAULT 0)`,
  `CREATE TABLE identity.staff_member (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     staff_number text NOT NULL UNIQUE,
     name text NOT NULL,
     kana text,
     department_code text NOT NULL REFERENCES identity.department (code) DEFERRABLE INITIALLY DEFERRED,
     position_key text NOT NULL,
     grade smallint,
     job_type text NOT NULL,
     employment_type text NOT NULL,
     birth_date date,
     age smallint,
     age_as_of date,
     hire_date date,
     status text NOT NULL CHECK (status IN ('active', 'leave', 'childcare-leave', 'seconded')),
     concurrent_posts jsonb NOT NULL DEFAULT '[]',
     is_head boolean NOT NULL DEFAULT false,
     email text,
     left_on date)`,
  `CREATE INDEX staff_member_department ON identity.staff_member (department_code) WHERE left_on IS NULL`,
  `CREATE TABLE identity.staff_change (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     staff_number text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('added', 'changed', 'moved', 'left', 'returned')),
     changes jsonb NOT NULL DEFAULT '{}',
     changed_on date NOT NULL,
     import_id uuid)`,
  `CREATE TABLE identity.account (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     login text NOT NULL UNIQUE,
     display_name text NOT NULL,
     staff_number text UNIQUE REFERENCES identity.staff_member (staff_number) ON UPDATE CASCADE,
     roles text[] NOT NULL DEFAULT '{staff}' CHECK (roles <@ ARRAY['staff', 'hr', 'admin']),
     password_hash text,
     access_code_hash text,
     disabled boolean NOT NULL DEFAULT false)`,
  `CREATE TABLE identity.access_code_issue (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     account_id uuid NOT NULL REFERENCES identity.account (id),
     issued_at timestamptz NOT NULL,
     issued_by text NOT NULL,
     used_at timestamptz)`,
  `CREATE TABLE identity.setup_link (token_hash text PRIMARY KEY, created_at timestamptz NOT NULL, used_at timestamptz)`,
  `CREATE TABLE identity.file_import (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     kind text NOT NULL CHECK (kind IN ('roster', 'completions')),
     file_name text NOT NULL,
     file bytea,
     state text NOT NULL CHECK (state IN ('waiting', 'checked', 'refused', 'applied', 'failed')),
     mapping jsonb,
     report jsonb,
     accept_valid boolean NOT NULL DEFAULT false,
     requested_by text NOT NULL,
     requested_at timestamptz NOT NULL,
     applied_at timestamptz)`,
  `CREATE TABLE identity.column_mapping (kind text PRIMARY KEY, mapping jsonb NOT NULL)`,
  `CREATE TABLE identity.survey (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     title text NOT NULL,
     fiscal_year integer NOT NULL,
     questionnaire jsonb NOT NULL,
     opens_on date NOT NULL,
     closes_on date NOT NULL CHECK (closes_on >= opens_on),
     paper_until date CHECK (paper_until >= closes_on),
     target_rule jsonb NOT NULL,
     min_group smallint NOT NULL CHECK (min_group BETWEEN 3 AND 100),
     state text NOT NULL CHECK (state IN ('draft', 'open', 'paper-entry', 'closed', 'released')),
     custody text NOT NULL CHECK (custody IN ('custodians', 'worker')),
     destroy_after_days smallint NOT NULL CHECK (destroy_after_days BETWEEN 0 AND 90),
     ticket_public_key text,
     ticket_private_key text,
     paper_ticket_public_key text,
     paper_ticket_private_key text,
     paper_tickets integer NOT NULL DEFAULT 0,
     opened_at timestamptz,
     closed_at timestamptz,
     created_at timestamptz NOT NULL)`,
  `CREATE TABLE identity.participation (
     survey_id uuid NOT NULL REFERENCES identity.survey (id) ON DELETE CASCADE,
     staff_member_id uuid NOT NULL REFERENCES identity.staff_member (id),
     department_code text NOT NULL,
     position_key text NOT NULL,
     age_band text,
     employment_type text NOT NULL,
     state text NOT NULL DEFAULT 'invited' CHECK (state IN ('invited', 'started', 'done', 'paper')),
     -- Blinded: what was signed cannot be read, and never reaches the ballot box.
     ticket_request bytea,
     ticket_signature bytea,
     escrow bytea,
     CHECK ((ticket_request IS NULL) = (ticket_signature IS NULL) AND (ticket_request IS NULL) = (escrow IS NULL)),
     PRIMARY KEY (survey_id, staff_member_id))`,
  // Marks "done" wait here for company. Unlogged: neither the write-ahead log nor a standby tells when each of them came.
  `CREATE UNLOGGED TABLE identity.done_pool (
     survey_id uuid NOT NULL, staff_member_id uuid NOT NULL, PRIMARY KEY (survey_id, staff_member_id))`,
  // A lost recovery code: the person got a second ticket, and at most so many ballots may be there twice.
  `CREATE TABLE identity.ticket_exception (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     survey_id uuid NOT NULL,
     staff_member_id uuid NOT NULL,
     at timestamptz NOT NULL,
     granted_by text NOT NULL,
     reason text NOT NULL CHECK (reason <> ''),
     FOREIGN KEY (survey_id, staff_member_id) REFERENCES identity.participation ON DELETE CASCADE)`,
  `CREATE TABLE identity.audit_event (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     at timestamptz NOT NULL,
     actor text NOT NULL,
     action text NOT NULL,
     subject text NOT NULL DEFAULT '',
     detail jsonb NOT NULL DEFAULT '{}')`,
];

const RESULTS = [
  `CREATE SCHEMA results`,
  // What the tally may know of a survey: everything but people.
  `CREATE TABLE results.survey (
     survey_id uuid PRIMARY KEY,
     title text NOT NULL,
     organisation text NOT NULL,
     fiscal_year integer NOT NULL,
     opens_on date NOT NULL,
     closes_on date NOT NULL,
     closes_at timestamptz NOT NULL,
     paper_closes_at timestamptz,
     invited integer NOT NULL,
     min_group smallint NOT NULL,
     detail_min_group smallint NOT NULL,
     questionnaire jsonb NOT NULL,
     attributes jsonb NOT NULL,
     ticket_public_key text NOT NULL,
     paper_ticket_public_key text,
     custody text NOT NULL,
     destroy_on date NOT NULL)`,
  // Written once, at the close: the most ballots that may lie in the box. `exceptions` of the tickets may belong to one person twice.
  `CREATE TABLE results.issued (
     survey_id uuid PRIMARY KEY REFERENCES results.survey, tickets integer NOT NULL, exceptions integer NOT NULL, papers integer NOT NULL)`,
  // What everybody may check: how many ballots lay in the box, and the root of the published leaves.
  `CREATE TABLE results.box_count (
     survey_id uuid PRIMARY KEY REFERENCES results.survey,
     ballots integer NOT NULL, rejected integer NOT NULL, merkle_root text NOT NULL)`,
  `CREATE TABLE results.destruction (
     survey_id uuid PRIMARY KEY REFERENCES results.survey, destroyed_at timestamptz NOT NULL, record json NOT NULL, signature text NOT NULL)`,
  `CREATE TABLE results.release (
     survey_id uuid NOT NULL REFERENCES results.survey,
     version integer NOT NULL,
     released_at timestamptz NOT NULL,
     answered integer NOT NULL,
     rejected integer NOT NULL,
     audit jsonb NOT NULL,
     PRIMARY KEY (survey_id, version))`,
  `CREATE TABLE results.score (
     survey_id uuid NOT NULL,
     version integer NOT NULL,
     ordinal integer NOT NULL,
     table_attributes text[] NOT NULL,
     key jsonb NOT NULL,
     status text NOT NULL CHECK (status IN ('published', 'primary', 'secondary')),
     n integer,
     body jsonb,
     PRIMARY KEY (survey_id, version, ordinal),
     FOREIGN KEY (survey_id, version) REFERENCES results.release,
     CHECK ((status = 'published') = (n IS NOT NULL) AND (status = 'published') = (body IS NOT NULL)))`,
];

const TRAINING = [
  `CREATE SCHEMA training`,
  `CREATE TABLE training.programme (
     key text PRIMARY KEY, name text NOT NULL,
     counting text NOT NULL CHECK (counting IN ('once-in-plan', 'once-a-fiscal-year')),
     methods jsonb NOT NULL, sort smallint NOT NULL)`,
  `CREATE TABLE training.plan_year (
     programme_key text NOT NULL REFERENCES training.programme ON DELETE CASCADE,
     fiscal_year integer NOT NULL, target integer NOT NULL CHECK (target >= 0),
     PRIMARY KEY (programme_key, fiscal_year))`,
  `CREATE TABLE training.completion (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     staff_number text NOT NULL,
     programme_key text NOT NULL REFERENCES training.programme,
     completed_on date NOT NULL,
     import_id uuid,
     UNIQUE (staff_number, programme_key, completed_on))`,
  `CREATE TABLE training.progress (
     programme_key text PRIMARY KEY REFERENCES training.programme ON DELETE CASCADE,
     computed_at timestamptz NOT NULL,
     progress jsonb NOT NULL)`,
];

const JOBS = [
  `CREATE SCHEMA jobs`,
  `CREATE TABLE jobs.job (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     name text NOT NULL,
     queue text NOT NULL CHECK (queue IN ('tally', 'office')),
     payload jsonb NOT NULL,
     state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'running', 'done', 'failed')),
     attempt integer NOT NULL DEFAULT 0,
     failures integer NOT NULL DEFAULT 0,
     retry_at timestamptz,
     done_steps integer NOT NULL DEFAULT 0,
     total_steps integer NOT NULL DEFAULT 0,
     step text NOT NULL DEFAULT '',
     failure jsonb,
     requested_by text NOT NULL,
     requested_at timestamptz NOT NULL DEFAULT now(),
     finished_at timestamptz)`,
  `CREATE INDEX job_unfinished ON jobs.job (queue, requested_at) WHERE state IN ('pending', 'running')`,
  `CREATE TABLE jobs.file (
     job_id uuid PRIMARY KEY REFERENCES jobs.job ON DELETE CASCADE,
     file_name text NOT NULL, content_type text NOT NULL, data bytea NOT NULL,
     expires_at timestamptz NOT NULL)`,
];

/** k is fixed when the survey opens and can never be lowered, whoever asks (DESIGN.md section 7). */
const GUARDS = [
  `CREATE FUNCTION identity.guard_survey() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF OLD.state <> 'draft' AND (NEW.min_group, NEW.questionnaire, NEW.target_rule, NEW.custody, NEW.destroy_after_days, NEW.ticket_public_key)
          IS DISTINCT FROM (OLD.min_group, OLD.questionnaire, OLD.target_rule, OLD.custody, OLD.destroy_after_days, OLD.ticket_public_key) THEN
       RAISE EXCEPTION 'survey % is no longer a draft: its group size, questionnaire, target and key are fixed', OLD.id
         USING ERRCODE = 'check_violation';
     END IF;
     IF (OLD.state, NEW.state) NOT IN (('draft','open'), ('open','paper-entry'), ('open','closed'), ('paper-entry','closed'),
          ('closed','released')) AND OLD.state <> NEW.state THEN
       RAISE EXCEPTION 'survey % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER survey_guard BEFORE UPDATE ON identity.survey FOR EACH ROW EXECUTE FUNCTION identity.guard_survey()`,
  `CREATE FUNCTION identity.guard_survey_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF OLD.state <> 'draft' THEN
       RAISE EXCEPTION 'survey % is no longer a draft and stays', OLD.id USING ERRCODE = 'check_violation';
     END IF;
     RETURN OLD;
   END $$`,
  `CREATE TRIGGER survey_deletion_guard BEFORE DELETE ON identity.survey
     FOR EACH ROW EXECUTE FUNCTION identity.guard_survey_deletion()`,
  `CREATE FUNCTION results.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '% is immutable', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END $$`,
  ...['survey', 'issued', 'box_count', 'destruction', 'release', 'score'].map(
    (table) => `CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON results.${table}
      FOR EACH STATEMENT EXECUTE FUNCTION results.refuse_change()`,
  ),
];
