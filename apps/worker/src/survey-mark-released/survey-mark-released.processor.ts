import { Injectable } from '@nestjs/common';
import { insertJob, SurveyStateRepository } from '#database';
import { newJob, type SurveyPayload } from '#queue';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';

/** Tells the identified side that results are there: the tally itself cannot write to it. */
@Injectable()
export class SurveyMarkReleasedProcessor implements JobHandler<'survey.mark-released'> {
  readonly job = 'survey.mark-released';

  constructor(
    private readonly main: DataSource,
    private readonly surveys: SurveyStateRepository,
  ) {}

  /** @throws DomainError "survey-not-closed" when the survey is neither closed nor released already */
  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    await this.main.transaction(async (manager) => {
      const state = await this.surveys.markReleased(manager, surveyId);
      if (state !== 'released') throw surveyNotClosed(surveyId);
      // Programmes stand beside the newest release.
      await insertJob(manager, newJob('training.forecast', {}, run.requestedBy));
      await run.finish(manager);
    });
  }
}

function surveyNotClosed(surveyId: string): DomainError {
  return new DomainError(
    'conflict',
    'survey-not-closed',
    `調査 ${surveyId} は締め切られていないため、公表済みにできません。`,
    `Survey ${surveyId} is not closed and cannot be marked as released.`,
  );
}
