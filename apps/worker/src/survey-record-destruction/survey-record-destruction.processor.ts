import { Injectable } from '@nestjs/common';
import { DestructionRepository, insertAuditEvent } from '#database';
import type { SurveyPayload } from '#queue';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';

/** Copies the signed record of a destruction into the audit log, which the tally cannot write. */
@Injectable()
export class SurveyRecordDestructionProcessor implements JobHandler<'survey.record-destruction'> {
  readonly job = 'survey.record-destruction';

  constructor(
    private readonly main: DataSource,
    private readonly destructions: DestructionRepository,
  ) {}

  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    await this.main.transaction(async (manager) => {
      const destruction = await this.destructions.find(manager, surveyId);
      // One transaction with the end of the job: a job that is done is not handled again.
      if (destruction) {
        const { destroyedAt, record, signature } = destruction;
        const detail = { record, signature };
        await insertAuditEvent(manager, {
          at: destroyedAt,
          actor: 'tally',
          action: 'survey.destroyed',
          subject: surveyId,
          detail,
        });
      }
      await run.finish(manager);
    });
  }
}
