import type { AttributeDefinition, DepartmentLineage, PopulationCount, SurveyLineage } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';

/** An earlier survey as the lineage of a new one needs it. */
export interface EarlierSurvey {
  readonly surveyId: string;
  readonly attributes: readonly AttributeDefinition[];
}

/** How many staff share what, and where units come from: fixed when a survey opens, numbers only. */
export class LineageRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Of all staff invited to the survey. Adds up to `invited` of its frame; empty for a survey opened before this was kept. */
  findPopulation(surveyId: string): Promise<PopulationCount[]> {
    return this.dataSource.query<PopulationCount[]>(
      `SELECT department, position, age_band AS "ageBand", employment_type AS "employmentType", n
       FROM results.population WHERE survey_id = $1 ORDER BY department, position, age_band, employment_type`,
      [surveyId],
    );
  }

  /** Seen from each survey opened before it, the latest fiscal year first. */
  findLineages(surveyId: string): Promise<SurveyLineage[]> {
    return this.dataSource.query<SurveyLineage[]>(
      `SELECT lineage.previous_survey_id AS "previousSurveyId", lineage.departments
       FROM results.lineage JOIN results.survey AS previous ON previous.survey_id = lineage.previous_survey_id
       WHERE lineage.survey_id = $1 ORDER BY previous.fiscal_year DESC, previous.opens_on DESC, previous.survey_id`,
      [surveyId],
    );
  }

  /** Counts the roster snapshot, which must have been taken, as must the frame. */
  async insertPopulation(manager: EntityManager, surveyId: string): Promise<void> {
    await manager.query(
      `INSERT INTO results.population (survey_id, department, position, age_band, employment_type, n)
       SELECT survey_id, department_code, position_key, coalesce(age_band, ''), employment_type, count(*)
       FROM identity.participation WHERE survey_id = $1 GROUP BY 1, 2, 3, 4, 5`,
      [surveyId],
    );
  }

  async insertLineage(
    manager: EntityManager,
    surveyId: string,
    previousSurveyId: string,
    departments: readonly DepartmentLineage[],
  ): Promise<void> {
    await manager.query(
      'INSERT INTO results.lineage (survey_id, previous_survey_id, departments) VALUES ($1, $2, $3::jsonb)',
      [surveyId, previousSurveyId, JSON.stringify(departments)],
    );
  }

  /** Surveys of this or an earlier fiscal year that have been opened, but for the given one. */
  findEarlier(manager: EntityManager, surveyId: string, fiscalYear: number): Promise<EarlierSurvey[]> {
    return manager.query<EarlierSurvey[]>(
      `SELECT survey_id AS "surveyId", attributes FROM results.survey
       WHERE survey_id <> $1 AND fiscal_year <= $2 ORDER BY fiscal_year, survey_id`,
      [surveyId, fiscalYear],
    );
  }

  /** Who was invited to a survey -> the department they stood in. Never leaves the process that asks. */
  async loadStaffDepartments(manager: EntityManager, surveyId: string): Promise<Map<string, string>> {
    const rows = await manager.query<{ person: string; department: string }[]>(
      'SELECT staff_member_id AS person, department_code AS department FROM identity.participation WHERE survey_id = $1',
      [surveyId],
    );
    return new Map(rows.map(({ person, department }) => [person, department]));
  }
}
