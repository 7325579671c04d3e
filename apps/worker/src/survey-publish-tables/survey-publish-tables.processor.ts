import { Injectable } from '@nestjs/common';
import { ReleaseRepository, TableRequestRepository } from '#database';
import type { SurveyPayload } from '#queue';
import { DataSource } from 'typeorm';
import { BallotCountService } from '../ballot-count/ballot-count.service.js';
import { TallyKeyService } from '../custody/tally-key.service.js';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { surveyNotOpened } from '../survey-announce/survey-announcement.js';
import { TableDecisionService } from './table-decision.service.js';

/**
 * Opens the box once more and decides, one after the other, every further table that waits. Each is weighed against all that was
 * released before it; the answer is a new version or a refusal that gives no reason, since the reason itself could tell something.
 */
@Injectable()
export class SurveyPublishTablesProcessor implements JobHandler<'survey.publish-tables'> {
  readonly job = 'survey.publish-tables';

  constructor(
    private readonly main: DataSource,
    private readonly releases: ReleaseRepository,
    private readonly requests: TableRequestRepository,
    private readonly keys: TallyKeyService,
    private readonly counting: BallotCountService,
    private readonly deciding: TableDecisionService,
  ) {}

  /** Ends without a decision while custodians' shares are missing; the last of them starts it again. @throws DomainError "survey-not-opened" */
  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    const frame = await this.releases.findFrame(surveyId);
    if (!frame) throw surveyNotOpened(surveyId);
    const waiting = await this.requests.findWaiting(surveyId);
    if (waiting.length === 0) return run.finish(this.main.manager);
    const privateKey = await this.keys.takePrivateKey(surveyId, 'tally');
    if (privateKey === null) return run.finish(this.main.manager);
    const total = (await this.releases.findBoxCount(surveyId))?.ballots ?? 0;
    const counted = await this.counting.count(frame, privateKey, (read) =>
      run.progress(read, total + waiting.length, `回答を集計しています(${read}/${total})`),
    );
    for (const [at, request] of waiting.entries()) {
      await run.progress(total + at, total + waiting.length, '追加の集計表を、公表済みの表と照らし合わせています');
      await this.deciding.decide(frame, counted, request);
    }
    await run.finish(this.main.manager);
  }
}
