import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Anonymous side. The box says what was answered and nothing else: no times, no sequence, no address, no person, and one size for
 * every ballot. Runs on a database, and in production a cluster, of its own.
 *
 * Each survey has two tables of its own, made when it is announced and dropped when it is destroyed, so that nothing is left behind:
 * - `inbox_…` takes what comes in. It is written anew, in random order and into a fresh file, at every cast: neither the place of a row
 *   (ctid), nor its transaction (xmin), nor TOAST ids, nor dead rows say which came first.
 * - `box_…` takes the inbox over when it holds 20 or more, and everything at the close. Each time the whole box is laid out anew in random
 *   order, so that batches do not stand one behind the other either.
 *
 * Nobody has a right on any table of ballots: the collector casts and fetches, the tally closes, reads and destroys, through the functions
 * below and no other way. Roles are made before migrations run, because a role belongs to the cluster and carries a password.
 */
export class CreateBallotBox20261121000002 implements MigrationInterface {
  readonly name = 'CreateBallotBox20261121000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...FUNCTIONS, ...GRANTS, SILENCE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA ballot CASCADE');
  }
}

/** At least so many ballots are moved at once, so that whoever copies the box again and again still sees crowds. */
const CROWD = 20;

const TABLES = [
  `CREATE SCHEMA ballot`,
  // paper_*: tickets signed by the paper key may still be spent until paper_closes_at, after the others no longer can.
  `CREATE TABLE ballot.survey (
     survey_id uuid PRIMARY KEY,
     form jsonb NOT NULL,
     ticket_public_key text NOT NULL,
     tally_public_key text NOT NULL,
     custody text NOT NULL CHECK (custody IN ('custodians', 'worker')),
     closes_at timestamptz NOT NULL,
     paper_ticket_public_key text,
     paper_closes_at timestamptz CHECK (paper_closes_at >= closes_at),
     destroy_on date NOT NULL,
     closed boolean NOT NULL DEFAULT false,
     destroyed boolean NOT NULL DEFAULT false,
     CHECK ((paper_ticket_public_key IS NULL) = (paper_closes_at IS NULL)),
     CHECK (closed OR NOT destroyed))`,
  // The leaves of RFC 6962, 32 bytes each, sorted: everybody may look for their own. They go with the ballots; the root stays.
  `CREATE TABLE ballot.leaf_list (
     survey_id uuid PRIMARY KEY REFERENCES ballot.survey,
     root bytea NOT NULL CHECK (octet_length(root) = 32),
     leaves bytea CHECK (octet_length(leaves) = 32 * ballots),
     ballots integer NOT NULL, tickets integer NOT NULL, exceptions integer NOT NULL,
     CHECK (ballots <= tickets AND exceptions <= tickets))`,
  `CREATE TYPE ballot.sealed_ballot AS (serial bytea, revision integer, sealed bytea, copy bytea)`,
];

const FUNCTIONS = [
  `CREATE FUNCTION ballot.table_of(p_kind text, p_survey_id uuid) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = '' AS
     $$ SELECT format('ballot.%I', p_kind || '_' || replace(p_survey_id::text, '-', '')) $$`,
  // Uncompressed: compression would give every ballot a length of its own again.
  `CREATE FUNCTION ballot.create_table(p_table text) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
   BEGIN
     EXECUTE format('CREATE TABLE %s OF ballot.sealed_ballot (PRIMARY KEY (serial), CHECK (octet_length(serial) = 32),
       revision NOT NULL, sealed NOT NULL, CHECK (octet_length(sealed) = 16384), copy NOT NULL, CHECK (octet_length(copy) = 16384))', p_table);
     EXECUTE format('ALTER TABLE %s ALTER COLUMN sealed SET STORAGE EXTERNAL, ALTER COLUMN copy SET STORAGE EXTERNAL', p_table);
   END $$`,
  `CREATE FUNCTION ballot.lock_tables(p_survey_id uuid) RETURNS void LANGUAGE sql SET search_path = '' AS
     $$ SELECT pg_advisory_xact_lock(hashtextextended(p_survey_id::text, 7)) $$`,
  // Copies the box, and the inbox too when it is asked to, into a new table in random order, and drops the old one.
  `CREATE FUNCTION ballot.copy_box(p_survey_id uuid, p_with_inbox boolean) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
   DECLARE
     box text := ballot.table_of('box', p_survey_id);
     fresh text := ballot.table_of('fresh', p_survey_id);
     inbox text := ballot.table_of('inbox', p_survey_id);
   BEGIN
     PERFORM ballot.create_table(fresh);
     IF p_with_inbox THEN
       EXECUTE format('INSERT INTO %s SELECT * FROM (TABLE %s UNION ALL TABLE %s) AS every ORDER BY random()', fresh, box, inbox);
       EXECUTE format('TRUNCATE %s', inbox);
     ELSE
       EXECUTE format('INSERT INTO %s SELECT * FROM %s ORDER BY random()', fresh, box);
     END IF;
     EXECUTE format('DROP TABLE %s', box);
     EXECUTE format('ALTER TABLE %s RENAME TO %I', fresh, 'box_' || replace(p_survey_id::text, '-', ''));
     EXECUTE format('ALTER INDEX ballot.%I RENAME TO %I', 'fresh_' || replace(p_survey_id::text, '-', '') || '_pkey',
       'box_' || replace(p_survey_id::text, '-', '') || '_pkey');
   END $$`,
  /*
   * Tells the box of a survey, or brings it up to date; repeating it changes nothing, and after the close it does nothing. False when the
   * survey is known under another key: tickets are out that it would void.
   */
  `CREATE FUNCTION ballot.announce_survey(p_form jsonb, p_ticket_public_key text, p_tally_public_key text, p_custody text,
     p_closes_at timestamptz, p_paper_ticket_public_key text, p_paper_closes_at timestamptz, p_destroy_on date)
   RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   DECLARE
     id uuid := (p_form->>'surveyId')::uuid;
     known ballot.survey;
   BEGIN
     PERFORM ballot.lock_tables(id);
     SELECT * INTO known FROM ballot.survey WHERE survey_id = id FOR UPDATE;
     IF known.survey_id IS NULL THEN
       INSERT INTO ballot.survey (survey_id, form, ticket_public_key, tally_public_key, custody, closes_at, paper_ticket_public_key,
         paper_closes_at, destroy_on) VALUES (id, p_form, p_ticket_public_key, p_tally_public_key, p_custody, p_closes_at,
         p_paper_ticket_public_key, p_paper_closes_at, p_destroy_on);
       PERFORM ballot.create_table(ballot.table_of('inbox', id)), ballot.create_table(ballot.table_of('box', id));
       RETURN true;
     END IF;
     IF (known.ticket_public_key, known.tally_public_key, known.custody) IS DISTINCT FROM (p_ticket_public_key, p_tally_public_key, p_custody)
       OR known.paper_ticket_public_key IS DISTINCT FROM p_paper_ticket_public_key THEN RETURN false; END IF;
     IF NOT known.closed THEN
       UPDATE ballot.survey SET form = p_form, closes_at = p_closes_at, paper_closes_at = p_paper_closes_at, destroy_on = p_destroy_on
         WHERE survey_id = id;
     END IF;
     RETURN true;
   END $$`,
  /*
   * Casting is one statement, so it is one transaction whatever the caller does. Casts of one survey wait for each other, because each of
   * them writes the whole inbox anew, and for the close, in the order in which they come: either the close waits for this ballot, or this
   * ballot sees the close.
   *
   * The clock is the caller's, not the database's, so that there is one clock to test and to trust. A ballot that is already in the
   * box is acknowledged even after the close: the sender may have lost the first answer and must not be told that it was not counted.
   */
  `CREATE FUNCTION ballot.cast_ballot(p_survey_id uuid, p_serial bytea, p_revision integer, p_sealed bytea, p_copy bytea, p_paper boolean,
     p_now timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   DECLARE
     is_over boolean;
     inbox text := ballot.table_of('inbox', p_survey_id);
     box text := ballot.table_of('box', p_survey_id);
     known ballot.sealed_ballot;
     waiting ballot.sealed_ballot[];
     in_box integer;
   BEGIN
     -- Checked here, because the table's own check would print the row into the server's log.
     IF octet_length(p_serial) <> 32 OR octet_length(p_sealed) <> 16384 OR octet_length(p_copy) <> 16384
       OR p_revision NOT BETWEEN 1 AND 1000000 THEN RETURN 'malformed'; END IF;

     -- First of all, as everywhere: waiting for this lock is fair, while a close that waits for the row is overtaken by every further share.
     PERFORM ballot.lock_tables(p_survey_id);
     SELECT closed OR p_now >= CASE WHEN p_paper THEN paper_closes_at ELSE closes_at END INTO is_over
       FROM ballot.survey WHERE survey_id = p_survey_id AND NOT destroyed FOR SHARE;
     IF NOT FOUND THEN
       RETURN CASE WHEN EXISTS (SELECT FROM ballot.survey WHERE survey_id = p_survey_id) THEN 'closed' ELSE 'unknown-survey' END;
     END IF;

     EXECUTE format('SELECT * FROM %s WHERE serial = $1 UNION ALL SELECT * FROM %s WHERE serial = $1', inbox, box)
       INTO known USING p_serial;
     IF known.revision = p_revision AND known.sealed = p_sealed AND known.copy = p_copy THEN RETURN 'already-stored'; END IF;
     IF is_over IS NOT FALSE THEN RETURN 'closed'; END IF;
     IF known.revision >= p_revision THEN RETURN 'older-revision'; END IF;

     EXECUTE format('SELECT coalesce(array_agg(every::ballot.sealed_ballot), ''{}'') FROM %s AS every WHERE serial <> $1', inbox)
       INTO waiting USING p_serial;
     waiting := waiting || ROW(p_serial, p_revision, p_sealed, p_copy)::ballot.sealed_ballot;
     EXECUTE format('TRUNCATE %s', inbox);
     IF known.revision IS NOT NULL THEN EXECUTE format('DELETE FROM %s WHERE serial = $1', box) USING p_serial; END IF;
     EXECUTE format('INSERT INTO %s SELECT (each).* FROM unnest($1) AS each ORDER BY random()', inbox) USING waiting;
     -- The whole box is laid out anew: batches that were appended would stand in the order of the days. The crowd grows with the square
     -- root of the box, which keeps the copying of both in balance.
     EXECUTE format('SELECT count(*) FROM %s', box) INTO in_box;
     IF cardinality(waiting) >= greatest(${CROWD}, ceil(sqrt(2 * in_box))) THEN PERFORM ballot.copy_box(p_survey_id, true); END IF;
     RETURN CASE WHEN known.revision IS NULL THEN 'stored' ELSE 'replaced' END;
   END $$`,
  `CREATE FUNCTION ballot.own_copy(p_survey_id uuid, p_serial bytea) RETURNS TABLE (revision integer, sealed_digest bytea, copy bytea)
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   BEGIN
     IF NOT EXISTS (SELECT FROM ballot.survey WHERE survey_id = p_survey_id AND NOT destroyed) THEN RETURN; END IF;
     PERFORM ballot.lock_tables(p_survey_id);
     RETURN QUERY EXECUTE format('SELECT revision, sha256(sealed), copy FROM (SELECT * FROM %s WHERE serial = $1 UNION ALL
       SELECT * FROM %s WHERE serial = $1) AS every', ballot.table_of('inbox', p_survey_id), ballot.table_of('box', p_survey_id))
       USING p_serial;
   END $$`,
  // Closing goes one way only: nobody but the owner can write the column, and this function only ever sets it.
  `CREATE FUNCTION ballot.close_survey(p_survey_id uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   DECLARE was_closed boolean;
   BEGIN
     PERFORM ballot.lock_tables(p_survey_id);
     SELECT closed INTO was_closed FROM ballot.survey WHERE survey_id = p_survey_id FOR UPDATE;
     IF was_closed IS FALSE THEN
       UPDATE ballot.survey SET closed = true WHERE survey_id = p_survey_id;
       PERFORM ballot.copy_box(p_survey_id, true);
     END IF;
     RETURN was_closed IS NOT NULL;
   END $$`,
  // While the survey is open, once a night: what was replaced is no longer left as a dead row.
  `CREATE FUNCTION ballot.rewrite_box(p_survey_id uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   BEGIN
     PERFORM ballot.lock_tables(p_survey_id);
     IF NOT EXISTS (SELECT FROM ballot.survey WHERE survey_id = p_survey_id AND NOT closed FOR SHARE) THEN RETURN false; END IF;
     PERFORM ballot.copy_box(p_survey_id, false);
     RETURN true;
   END $$`,
  /*
   * The write-ahead log holds the order in which ballots came until its segments are thrown away. A new segment and a checkpoint do that.
   * False where the owner may not: then the database's administrator does it (docs/operations.md).
   */
  `CREATE FUNCTION ballot.forget_log() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   BEGIN
     PERFORM pg_catalog.pg_switch_wal();
     EXECUTE 'CHECKPOINT';
     RETURN true;
   EXCEPTION WHEN insufficient_privilege THEN RETURN false;
   END $$`,
  `CREATE FUNCTION ballot.count_box(p_survey_id uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   DECLARE ballots integer;
   BEGIN
     IF NOT EXISTS (SELECT FROM ballot.survey WHERE survey_id = p_survey_id AND closed AND NOT destroyed) THEN RETURN NULL; END IF;
     EXECUTE format('SELECT count(*)::integer FROM %s', ballot.table_of('box', p_survey_id)) INTO ballots;
     RETURN ballots;
   END $$`,
  // Only of a closed survey, so that no result of any kind can exist while it is open.
  `CREATE FUNCTION ballot.read_box(p_survey_id uuid, p_after bytea, p_limit integer) RETURNS TABLE (serial bytea, sealed bytea)
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   BEGIN
     IF NOT EXISTS (SELECT FROM ballot.survey WHERE survey_id = p_survey_id AND closed AND NOT destroyed) THEN RETURN; END IF;
     RETURN QUERY EXECUTE format('SELECT serial, sealed FROM %s WHERE serial > $1 ORDER BY serial LIMIT $2',
       ballot.table_of('box', p_survey_id)) USING p_after, p_limit;
   END $$`,
  `CREATE FUNCTION ballot.publish_leaves(p_survey_id uuid, p_root bytea, p_leaves bytea, p_ballots integer, p_tickets integer,
     p_exceptions integer) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   BEGIN
     INSERT INTO ballot.leaf_list SELECT survey_id, p_root, p_leaves, p_ballots, p_tickets, p_exceptions FROM ballot.survey
       WHERE survey_id = p_survey_id AND closed AND NOT destroyed ON CONFLICT DO NOTHING;
     RETURN EXISTS (SELECT FROM ballot.leaf_list WHERE survey_id = p_survey_id AND root = p_root);
   END $$`,
  // Dropped, not deleted: a deleted row stays in its file until it is overwritten.
  `CREATE FUNCTION ballot.destroy_survey(p_survey_id uuid, p_today date) RETURNS text
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   DECLARE known ballot.survey;
   BEGIN
     PERFORM ballot.lock_tables(p_survey_id);
     SELECT * INTO known FROM ballot.survey WHERE survey_id = p_survey_id FOR UPDATE;
     IF known.survey_id IS NULL THEN RETURN 'unknown-survey'; END IF;
     IF known.destroyed THEN RETURN 'already-destroyed'; END IF;
     IF NOT known.closed OR p_today < known.destroy_on THEN RETURN 'not-yet'; END IF;
     EXECUTE format('DROP TABLE %s, %s', ballot.table_of('inbox', p_survey_id), ballot.table_of('box', p_survey_id));
     UPDATE ballot.leaf_list SET leaves = NULL WHERE survey_id = p_survey_id;
     UPDATE ballot.survey SET destroyed = true WHERE survey_id = p_survey_id;
     RETURN 'destroyed';
   END $$`,
];

const GRANTS = [
  `REVOKE ALL ON SCHEMA public FROM PUBLIC`,
  `DO $$ BEGIN
     EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
     EXECUTE format('GRANT CONNECT ON DATABASE %I TO nobinobi_collector, nobinobi_tally', current_database());
   END $$`,
  `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ballot FROM PUBLIC`,
  `GRANT USAGE ON SCHEMA ballot TO nobinobi_collector, nobinobi_tally`,
  `GRANT SELECT ON ballot.survey, ballot.leaf_list TO nobinobi_collector, nobinobi_tally`,
  `GRANT EXECUTE ON FUNCTION ballot.cast_ballot, ballot.own_copy TO nobinobi_collector`,
  `GRANT EXECUTE ON FUNCTION ballot.announce_survey, ballot.close_survey, ballot.rewrite_box, ballot.forget_log, ballot.count_box, ballot.read_box,
     ballot.publish_leaves, ballot.destroy_survey TO nobinobi_tally`,
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
