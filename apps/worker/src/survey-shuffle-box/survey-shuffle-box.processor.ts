import { Injectable } from '@nestjs/common';
import { BallotBoxRepository } from '#database/ballot';
import type { SurveyPayload } from '#queue';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';

/** Once a night: nothing is left of what was replaced, nor of the order of the day in the write-ahead log. */
@Injectable()
export class SurveyShuffleBoxProcessor implements JobHandler<'survey.shuffle-box'> {
  readonly job = 'survey.shuffle-box';

  constructor(
    private readonly main: DataSource,
    private readonly box: BallotBoxRepository,
  ) {}

  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    await run.progress(0, 1, '投票箱を並べ替えています');
    await this.box.rewriteBox(surveyId);
    await this.box.forgetLog();
    await run.finish(this.main.manager);
  }
}
