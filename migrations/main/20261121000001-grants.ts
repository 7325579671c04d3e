/** Who may do what on the identified side: every role its own work, and no role's SELECT on another's secrets. */
export const GRANTS = [
  `GRANT USAGE ON SCHEMA identity, results, training, jobs TO nobinobi_api, nobinobi_office`,
  `GRANT USAGE ON SCHEMA results, jobs TO nobinobi_tally`,
  // api
  `GRANT SELECT ON ALL TABLES IN SCHEMA identity, results, training, jobs TO nobinobi_api`,
  `GRANT INSERT, UPDATE ON identity.organisation, identity.position, identity.account, identity.access_code_issue, identity.file_import,
     identity.participation, identity.setup_link TO nobinobi_api`,
  `GRANT INSERT, UPDATE, DELETE ON identity.survey TO nobinobi_api`,
  `GRANT INSERT, DELETE ON identity.done_pool TO nobinobi_api`,
  `GRANT INSERT ON identity.ticket_exception TO nobinobi_api`,
  `GRANT INSERT ON identity.audit_event, results.survey, results.issued, jobs.job TO nobinobi_api`,
  // office
  `GRANT SELECT ON ALL TABLES IN SCHEMA identity, results, training, jobs TO nobinobi_office`,
  `REVOKE SELECT ON identity.account, identity.participation, identity.done_pool, identity.ticket_exception, identity.setup_link
     FROM nobinobi_office`,
  `REVOKE SELECT ON identity.survey FROM nobinobi_office`,
  `GRANT SELECT (id, title, fiscal_year, state), UPDATE (state) ON identity.survey TO nobinobi_office`,
  `GRANT INSERT, UPDATE ON identity.department, identity.staff_member, identity.staff_change, identity.column_mapping,
     identity.position TO nobinobi_office`,
  `GRANT UPDATE ON identity.file_import TO nobinobi_office`,
  `GRANT INSERT ON identity.audit_event TO nobinobi_office`,
  `GRANT INSERT, UPDATE, DELETE ON training.completion, training.progress TO nobinobi_office`,
  `GRANT INSERT, UPDATE ON jobs.job TO nobinobi_office`,
  `GRANT INSERT, UPDATE, DELETE ON jobs.file TO nobinobi_office`,
  // tally
  `GRANT SELECT ON ALL TABLES IN SCHEMA results TO nobinobi_tally`,
  `GRANT INSERT ON results.release, results.score, results.box_count, results.destruction TO nobinobi_tally`,
  `GRANT SELECT, INSERT, UPDATE ON jobs.job TO nobinobi_tally`,
];
