/** The api keeps courses, seats and statements; the office worker computes, completes and sends. Nobody deletes what people did. */
export const COURSE_GRANTS = [
  `GRANT SELECT ON ALL TABLES IN SCHEMA training TO nobinobi_api, nobinobi_office`,
  `REVOKE SELECT ON training.statement_source FROM nobinobi_office`,
  // api
  `GRANT INSERT, UPDATE ON training.programme, training.course, training.session, training.enrolment, training.parked_statement,
     training.statement_source, training.notice, training.target_override TO nobinobi_api`,
  `GRANT INSERT, UPDATE, DELETE ON training.plan_year TO nobinobi_api`,
  // A programme goes only while it has neither courses nor completions: these refer to it and do not go with it.
  `GRANT DELETE ON training.programme, training.target_override TO nobinobi_api`,
  `GRANT INSERT ON training.plan_version, training.statement, training.certificate TO nobinobi_api`,
  // What came stays as it came; only what became of it changes.
  `GRANT UPDATE (outcome, reason) ON training.statement TO nobinobi_api`,
  `GRANT INSERT, UPDATE, DELETE ON training.course_completion, training.completion TO nobinobi_api`,
  `GRANT USAGE ON SEQUENCE training.enrolment_ordinal TO nobinobi_api, nobinobi_office`,
  // office
  `GRANT INSERT, UPDATE, DELETE ON training.course_completion, training.forecast, training.engagement_link TO nobinobi_office`,
  `GRANT INSERT, UPDATE ON training.notice, training.enrolment TO nobinobi_office`,
  `GRANT INSERT ON training.target_history, training.certificate TO nobinobi_office`,
];
