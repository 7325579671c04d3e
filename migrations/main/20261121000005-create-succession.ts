import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reorganisations: which unit took over which, and, fixed at every opening, how many staff share which combination of attributes and
 * where each unit comes from, seen from every earlier survey. Numbers only on the results side, so that the tally may read them.
 */
export class CreateSuccession20261121000005 implements MigrationInterface {
  readonly name = 'CreateSuccession20261121000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GUARDS, ...IMPORT_KINDS, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE results.lineage, results.population, identity.department_succession');
    await runner.query(`DELETE FROM identity.file_import WHERE kind = 'successions'`);
    await runner.query('ALTER TABLE identity.file_import DROP CONSTRAINT file_import_kind_check');
    await runner.query(
      `ALTER TABLE identity.file_import ADD CONSTRAINT file_import_kind_check CHECK (kind IN ('roster', 'completions'))`,
    );
  }
}

const TABLES = [
  `CREATE TABLE identity.department_succession (
     old_code text NOT NULL REFERENCES identity.department (code),
     new_code text NOT NULL REFERENCES identity.department (code),
     CHECK (old_code <> new_code),
     PRIMARY KEY (old_code, new_code))`,
  // By the finest department. An age the roster does not know is '': a primary key has no room for NULL.
  `CREATE TABLE results.population (
     survey_id uuid NOT NULL REFERENCES results.survey,
     department text NOT NULL CHECK (department <> ''),
     position text NOT NULL CHECK (position <> ''),
     age_band text NOT NULL,
     employment_type text NOT NULL CHECK (employment_type <> ''),
     n integer NOT NULL CHECK (n > 0),
     PRIMARY KEY (survey_id, department, position, age_band, employment_type))`,
  // departments: [{department, sources, before, after, common}], one for every unit of the survey's own tree.
  `CREATE TABLE results.lineage (
     survey_id uuid NOT NULL REFERENCES results.survey,
     previous_survey_id uuid NOT NULL REFERENCES results.survey,
     departments jsonb NOT NULL,
     CHECK (survey_id <> previous_survey_id),
     PRIMARY KEY (survey_id, previous_survey_id))`,
];

const GUARDS = ['population', 'lineage'].map(
  (table) => `CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON results.${table}
    FOR EACH STATEMENT EXECUTE FUNCTION results.refuse_change()`,
);

const IMPORT_KINDS = [
  `ALTER TABLE identity.file_import DROP CONSTRAINT file_import_kind_check`,
  `ALTER TABLE identity.file_import ADD CONSTRAINT file_import_kind_check
     CHECK (kind IN ('roster', 'completions', 'successions'))`,
];

const GRANTS = [
  `GRANT SELECT ON identity.department_succession TO nobinobi_api, nobinobi_office`,
  `GRANT INSERT, DELETE ON identity.department_succession TO nobinobi_office`,
  `GRANT SELECT ON results.population, results.lineage TO nobinobi_api, nobinobi_office, nobinobi_tally`,
  `GRANT INSERT ON results.population, results.lineage TO nobinobi_api`,
];
