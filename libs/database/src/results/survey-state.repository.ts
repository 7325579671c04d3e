import type { SurveyState } from '#survey-model';
import type { EntityManager } from 'typeorm';

/** The one thing the office worker may do to a survey. */
export class SurveyStateRepository {
  /** Moves a closed survey to released; repeating it changes nothing. @returns the state it is in now, or null when there is none */
  async markReleased(manager: EntityManager, surveyId: string): Promise<SurveyState | null> {
    await manager.query(`UPDATE identity.survey SET state = 'released' WHERE id = $1 AND state = 'closed'`, [surveyId]);
    const rows = await manager.query<{ state: SurveyState }[]>('SELECT state FROM identity.survey WHERE id = $1', [
      surveyId,
    ]);
    return rows[0]?.state ?? null;
  }
}
