import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who can open the box. The api registers public keys and passes shares on, sealed to the worker's own key; the tally alone reads them, and
 * deletes them before it uses them. No table ever holds the whole private key of a survey under custodians.
 */
export class CreateCustody20261121000003 implements MigrationInterface {
  readonly name = 'CreateCustody20261121000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GUARDS, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION identity.forget_tickets');
    await runner.query('DROP SCHEMA custody CASCADE');
  }
}

const TABLES = [
  `CREATE SCHEMA custody`,
  // The worker's own keys, public parts: shares are sealed to the first, destruction records are signed by the second.
  `CREATE TABLE custody.worker_key (
     id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1), public_key text NOT NULL, signing_public_key text NOT NULL)`,
  `CREATE TABLE custody.tally_key (
     survey_id uuid PRIMARY KEY,
     custody text NOT NULL CHECK (custody IN ('custodians', 'worker')),
     public_key text NOT NULL,
     shares smallint, threshold smallint, share_digests jsonb,
     tested_at timestamptz,
     CHECK (custody = 'worker' OR (shares BETWEEN 2 AND 10 AND threshold BETWEEN 2 AND shares
       AND jsonb_array_length(share_digests) = shares)))`,
  // Demo and trials only: the private tally key, encrypted under the tally's key file.
  `CREATE TABLE custody.worker_held_key (survey_id uuid PRIMARY KEY, encrypted text NOT NULL)`,
  `CREATE TABLE custody.key_share (
     survey_id uuid NOT NULL, purpose text NOT NULL CHECK (purpose IN ('test', 'tally')), share_index smallint NOT NULL,
     sealed text NOT NULL, PRIMARY KEY (survey_id, purpose, share_index))`,
  `CREATE TABLE custody.key_test (
     survey_id uuid PRIMARY KEY, challenge jsonb NOT NULL, outcome text CHECK (outcome IN ('passed', 'failed')))`,
];

/** Tickets are out and ballots are sealed: from the opening on the key is what it is. */
const GUARDS = [
  `CREATE FUNCTION custody.guard_tally_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
   BEGIN
     IF (NEW.custody, NEW.public_key, NEW.shares, NEW.threshold, NEW.share_digests)
          IS DISTINCT FROM (OLD.custody, OLD.public_key, OLD.shares, OLD.threshold, OLD.share_digests)
        AND EXISTS (SELECT FROM results.survey WHERE survey_id = OLD.survey_id) THEN
       RAISE EXCEPTION 'the tally key of survey % is fixed since it was opened', OLD.survey_id USING ERRCODE = 'check_violation';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER tally_key_guard BEFORE UPDATE ON custody.tally_key FOR EACH ROW EXECUTE FUNCTION custody.guard_tally_key()`,
];

/** What the office may do with people's tickets and cannot do by itself, because it may not read who has one. */
const FORGET_TICKETS = `
  CREATE FUNCTION identity.forget_tickets(p_survey_id uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    UPDATE identity.participation SET ticket_request = NULL, ticket_signature = NULL, escrow = NULL WHERE survey_id = p_survey_id;
    DELETE FROM identity.done_pool WHERE survey_id = p_survey_id;
  $$`;

const GRANTS = [
  FORGET_TICKETS,
  `REVOKE ALL ON FUNCTION identity.forget_tickets FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION identity.forget_tickets TO nobinobi_office`,
  `GRANT USAGE ON SCHEMA custody TO nobinobi_api, nobinobi_tally`,
  `GRANT SELECT ON custody.worker_key TO nobinobi_api, nobinobi_tally`,
  `GRANT INSERT, UPDATE ON custody.worker_key TO nobinobi_tally`,
  `GRANT SELECT, INSERT, UPDATE ON custody.tally_key TO nobinobi_api`,
  `GRANT SELECT, INSERT, UPDATE (tested_at) ON custody.tally_key TO nobinobi_tally`,
  `GRANT SELECT, INSERT, DELETE ON custody.worker_held_key TO nobinobi_tally`,
  `GRANT INSERT, SELECT (survey_id, purpose, share_index), DELETE ON custody.key_share TO nobinobi_api`,
  `GRANT SELECT, DELETE ON custody.key_share TO nobinobi_tally`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON custody.key_test TO nobinobi_api`,
  `GRANT SELECT, UPDATE (outcome) ON custody.key_test TO nobinobi_tally`,
];
