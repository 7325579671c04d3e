import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Statistics beside each version of a release, and further tables that HR asks for. The published rows of `results.score`, over all
 * versions, are the ledger against which a further table is decided: they can neither be changed nor deleted.
 */
export class CreateAnalysis20261121000004 implements MigrationInterface {
  readonly name = 'CreateAnalysis20261121000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GUARDS, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE results.table_request, results.analysis');
    await runner.query('DROP FUNCTION results.guard_table_request');
    await runner.query('ALTER TABLE results.release DROP COLUMN tables');
  }
}

const TABLES = [
  // Which tables the version added; the first version's are those of every survey.
  `ALTER TABLE results.release ADD COLUMN tables jsonb NOT NULL DEFAULT '[]'`,
  `CREATE TABLE results.analysis (
     survey_id uuid NOT NULL,
     version integer NOT NULL,
     body jsonb NOT NULL,
     PRIMARY KEY (survey_id, version),
     FOREIGN KEY (survey_id, version) REFERENCES results.release)`,
  `CREATE TABLE results.table_request (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     survey_id uuid NOT NULL REFERENCES results.survey,
     spec jsonb NOT NULL,
     requested_by text NOT NULL,
     requested_at timestamptz NOT NULL,
     state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'released', 'refused')),
     version integer,
     decided_at timestamptz,
     CHECK ((state = 'waiting') = (decided_at IS NULL) AND (state = 'released') = (version IS NOT NULL)),
     FOREIGN KEY (survey_id, version) REFERENCES results.release)`,
  `CREATE INDEX table_request_waiting ON results.table_request (survey_id, requested_at) WHERE state = 'waiting'`,
];

/** Decided once, and never asked anew: what was refused stays refused. */
const GUARDS = [
  `CREATE TRIGGER analysis_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON results.analysis
     FOR EACH STATEMENT EXECUTE FUNCTION results.refuse_change()`,
  `CREATE FUNCTION results.guard_table_request() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
   BEGIN
     IF OLD.state <> 'waiting' OR (NEW.id, NEW.survey_id, NEW.spec, NEW.requested_by, NEW.requested_at)
          IS DISTINCT FROM (OLD.id, OLD.survey_id, OLD.spec, OLD.requested_by, OLD.requested_at) THEN
       RAISE EXCEPTION 'table request % is decided', OLD.id USING ERRCODE = 'check_violation';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER table_request_guard BEFORE UPDATE ON results.table_request
     FOR EACH ROW EXECUTE FUNCTION results.guard_table_request()`,
  `CREATE TRIGGER table_request_kept BEFORE DELETE OR TRUNCATE ON results.table_request
     FOR EACH STATEMENT EXECUTE FUNCTION results.refuse_change()`,
];

const GRANTS = [
  `GRANT SELECT ON results.analysis, results.table_request TO nobinobi_api, nobinobi_office`,
  `GRANT SELECT, INSERT ON results.analysis TO nobinobi_tally`,
  `GRANT INSERT (survey_id, spec, requested_by, requested_at) ON results.table_request TO nobinobi_api`,
  // The tally learns which table is asked for, and not by whom.
  `GRANT SELECT (id, survey_id, spec, requested_at, state), UPDATE (state, version, decided_at) ON results.table_request
     TO nobinobi_tally`,
];
