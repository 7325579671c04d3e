import { Injectable } from '@nestjs/common';
import { DestructionRepository, insertAuditEvent } from '#database';
import type { SurveyPayload } from '#queue';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';

/** Ends a destruction on the identified side, which the tally cannot write: tickets and escrows go, the signed record goes into the audit log. */
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
        await this.destructions.forgetTickets(manager, surveyId);
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
