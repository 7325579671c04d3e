import type { EngagementLink, ProgrammeForecast } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';

export interface StoredForecast {
  readonly computedAt: Date;
  readonly forecast: ProgrammeForecast;
}

/** What `training.forecast` computes: forecasts, and how programmes stand beside released engagement figures. */
export class ForecastRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Puts the forecasts in the place of all earlier ones, with the caller's transaction. */
  async saveForecasts(
    manager: EntityManager,
    forecasts: readonly ProgrammeForecast[],
    computedAt: Date,
  ): Promise<void> {
    await manager.query('DELETE FROM training.forecast');
    for (const forecast of forecasts)
      await manager.query('INSERT INTO training.forecast (programme_key, computed_at, forecast) VALUES ($1, $2, $3)', [
        forecast.programmeKey,
        computedAt,
        JSON.stringify(forecast),
      ]);
  }

  /** null while none has been computed. */
  async findForecast(programmeKey: string): Promise<StoredForecast | null> {
    const rows = await this.dataSource.query<StoredForecast[]>(
      'SELECT computed_at AS "computedAt", forecast FROM training.forecast WHERE programme_key = $1',
      [programmeKey],
    );
    return rows[0] ?? null;
  }

  /** Puts the links in the place of all earlier ones, with the caller's transaction. */
  async saveLinks(manager: EntityManager, links: readonly EngagementLink[], computedAt: Date): Promise<void> {
    await manager.query('DELETE FROM training.engagement_link');
    await manager.query(
      `INSERT INTO training.engagement_link (survey_id, programme_key, measure, computed_at, link)
       SELECT (link ->> 'surveyId')::uuid, link ->> 'programmeKey', link ->> 'measure', $2, link
       FROM jsonb_array_elements($1::jsonb) AS link`,
      [JSON.stringify(links), computedAt],
    );
  }

  /** In the plan's order, the overall score first. */
  async loadLinks(): Promise<EngagementLink[]> {
    const rows = await this.dataSource.query<{ link: EngagementLink }[]>(
      `SELECT link FROM training.engagement_link JOIN training.programme ON programme.key = programme_key
       ORDER BY programme.sort, programme.key, measure <> 'overall', measure`,
    );
    return rows.map(({ link }) => link);
  }
}
