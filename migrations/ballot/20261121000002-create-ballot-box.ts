import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Anonymous side. The box says what was answered and nothing else: no times, no sequence, no address, no person, and one size for
 * every ballot. Runs on a database, and in production a cluster, of its own.
 *
 * Who may do what:
 * - collector: read the announced surveys, and call `ballot.cast_ballot`. It cannot even read the box it fills.
 * - tally: announce surveys, close them by `ballot.close_survey`, and read a box once it is closed (row security), so that no
 *   result of any kind can exist while a survey is open.
 * Roles are made before migrations run, because a role belongs to the cluster and carries a password.
 */
export class CreateBallotBox20261121000002 implements MigrationInterface {
  readonly name = 'CreateBallotBox20261121000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, CAST_BALLOT, CLOSE_SURVEY, ...GRANTS, SILENCE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA ballot CASCADE');
  }
}

const TABLES = [
  `CREATE SCHEMA ballot`,
  // paper_*: tickets signed by the paper key may still be spent until paper_closes_at, after the others no longer can.
  `CREATE TABLE ballot.survey (
     survey_id uuid PRIMARY KEY,
     ticket_public_key text NOT NULL,
     form jsonb NOT NULL,
     closes_at timestamptz NOT NULL,
     paper_ticket_public_key text,
     paper_closes_at timestamptz CHECK (paper_closes_at >= closes_at),
     closed boolean NOT NULL DEFAULT false,
     CHECK ((paper_ticket_public_key IS NULL) = (paper_closes_at IS NULL)))`,
  // Keyed by a hash, so that reading in key order is already a shuffle.
  `CREATE TABLE ballot.spent_ballot (
     survey_id uuid NOT NULL REFERENCES ballot.survey,
     serial bytea NOT NULL CHECK (octet_length(serial) = 32),
     sealed bytea NOT NULL CHECK (octet_length(sealed) = 16384),
     PRIMARY KEY (survey_id, serial))`,
  // Uncompressed: compression would give every ballot a length of its own again.
  `ALTER TABLE ballot.spent_ballot ALTER COLUMN sealed SET STORAGE EXTERNAL`,
  `ALTER TABLE ballot.spent_ballot ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY closed_boxes_only ON ballot.spent_ballot FOR SELECT TO nobinobi_tally
     USING (EXISTS (SELECT FROM ballot.survey s WHERE s.survey_id = spent_ballot.survey_id AND s.closed))`,
];

/**
 * Casting is one statement, so it is one transaction whatever the caller does. The share lock on the survey's row makes it
 * race-free against the close: either the close waits for this ballot, or this ballot sees the close. A plain role would need
 * UPDATE on the survey to take that lock; as a SECURITY DEFINER function it needs nothing but the right to call.
 *
 * The clock is the caller's, not the database's, so that there is one clock to test and to trust. A ballot that is already in the
 * box is acknowledged even after the close: the sender may have lost the first answer and must not be told that it was not counted.
 */
const CAST_BALLOT = `
  CREATE FUNCTION ballot.cast_ballot(p_survey_id uuid, p_serial bytea, p_sealed bytea, p_paper boolean, p_now timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
  DECLARE
    is_over boolean;
    is_same boolean;
  BEGIN
    -- Checked here, because the table's own check would print the row into the server's log.
    IF octet_length(p_serial) <> 32 OR octet_length(p_sealed) <> 16384 THEN RETURN 'malformed'; END IF;

    SELECT closed OR p_now >= CASE WHEN p_paper THEN paper_closes_at ELSE closes_at END INTO is_over
      FROM ballot.survey WHERE survey_id = p_survey_id FOR SHARE;
    IF NOT FOUND THEN RETURN 'unknown-survey'; END IF;

    IF is_over IS FALSE THEN
      INSERT INTO ballot.spent_ballot (survey_id, serial, sealed) VALUES (p_survey_id, p_serial, p_sealed) ON CONFLICT DO NOTHING;
      IF FOUND THEN RETURN 'stored'; END IF;
    END IF;

    SELECT sealed = p_sealed INTO is_same FROM ballot.spent_ballot WHERE survey_id = p_survey_id AND serial = p_serial;
    IF is_same THEN RETURN 'already-stored'; END IF;
    RETURN CASE WHEN is_over IS FALSE THEN 'spent' ELSE 'closed' END;
  END $$`;

/** Closing goes one way only: nobody but the owner can write the column, and this function only ever sets it. */
const CLOSE_SURVEY = `
  CREATE FUNCTION ballot.close_survey(p_survey_id uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
  BEGIN
    UPDATE ballot.survey SET closed = true WHERE survey_id = p_survey_id;
    RETURN FOUND;
  END $$`;

const GRANTS = [
  `REVOKE ALL ON SCHEMA public FROM PUBLIC`,
  `DO $$ BEGIN
     EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
     EXECUTE format('GRANT CONNECT ON DATABASE %I TO nobinobi_collector, nobinobi_tally', current_database());
   END $$`,
  `REVOKE ALL ON FUNCTION ballot.cast_ballot, ballot.close_survey FROM PUBLIC`,
  `GRANT USAGE ON SCHEMA ballot TO nobinobi_collector, nobinobi_tally`,
  `GRANT SELECT ON ballot.survey TO nobinobi_collector, nobinobi_tally`,
  `GRANT EXECUTE ON FUNCTION ballot.cast_ballot TO nobinobi_collector`,
  `GRANT EXECUTE ON FUNCTION ballot.close_survey TO nobinobi_tally`,
  // Not the keys: tickets already handed out would be worthless, or tickets of somebody else's making good.
  `GRANT INSERT (survey_id, ticket_public_key, form, closes_at, paper_ticket_public_key, paper_closes_at),
     UPDATE (form, closes_at, paper_closes_at) ON ballot.survey TO nobinobi_tally`,
  `GRANT SELECT ON ballot.spent_ballot TO nobinobi_tally`,
];

/**
 * Keeps ballots, and the moments at which they come in, out of the server's log, however the server itself is set. Isolation is set
 * because a cast must see what the transaction it waited for has committed. The logging settings are reserved to superusers unless
 * they are granted, so an owner without them is told what to run instead of going on with a talkative server.
 */
const SILENCE = `
  DO $$
  DECLARE
    setting record;
    target text;
  BEGIN
    FOREACH target IN ARRAY ARRAY['nobinobi_collector', 'nobinobi_tally'] LOOP
      FOR setting IN SELECT * FROM (VALUES
          ('log_statement', 'none'), ('log_min_duration_statement', '-1'), ('log_min_duration_sample', '-1'),
          ('log_transaction_sample_rate', '0'), ('log_duration', 'off'), ('log_min_error_statement', 'panic'),
          ('log_error_verbosity', 'terse'), ('log_parameter_max_length', '0'), ('log_parameter_max_length_on_error', '0'),
          ('default_transaction_isolation', 'read committed')) AS silent (name, value) LOOP
        CONTINUE WHEN EXISTS (SELECT FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
          WHERE r.rolname = target AND s.setdatabase = 0 AND setting.name || '=' || setting.value = ANY (s.setconfig));
        EXECUTE format('ALTER ROLE %I SET %s = %L', target, setting.name, setting.value);
      END LOOP;
    END LOOP;
  EXCEPTION WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'the owner may not set % for role %', setting.name, target USING HINT = format(
      'Let a superuser run for each of the settings of this migration: ALTER ROLE %I SET %s = %L, or '
      'GRANT SET ON PARAMETER %s TO %I. Then start again.', target, setting.name, setting.value, setting.name, current_user);
  END $$`;
