import { Inject, Injectable } from '@nestjs/common';
import { dateInJapan, DomainError } from '#survey-model';
import type { Clock } from '#config';
import { insertJob, ReleaseRepository, TallyCustodyRepository, withAdvisoryLock } from '#database';
import { BallotBoxRepository } from '#database/ballot';
import { newJob, type SurveyPayload } from '#queue';
import { DataSource } from 'typeorm';
import { WorkerKeysService } from '../custody/worker-keys.service.js';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { surveyNotOpened } from '../survey-announce/survey-announcement.js';
import { CLOCK } from '../tokens.js';

/** Keeps the promise to staff: on the declared day ballots, serials, copies, leaves and keys go, and a signed record stays. */
@Injectable()
export class SurveyDestroyProcessor implements JobHandler<'survey.destroy'> {
  readonly job = 'survey.destroy';

  constructor(
    private readonly main: DataSource,
    private readonly releases: ReleaseRepository,
    private readonly custody: TallyCustodyRepository,
    private readonly box: BallotBoxRepository,
    private readonly keys: WorkerKeysService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "survey-not-opened", "survey-not-released", "destruction-not-due" */
  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    const frame = await this.releases.findFrame(surveyId);
    if (!frame) throw surveyNotOpened(surveyId);
    const counted = await this.releases.findBoxCount(surveyId);
    if (!counted) throw notReleased(surveyId);
    if (await this.custody.findDestruction(surveyId)) return run.finish(this.main.manager);
    await run.progress(0, 1, '回答と鍵を廃棄しています');
    const destroyedAt = this.clock();
    // The box first: where this ends in the middle, the next attempt finds it gone and writes the record.
    await this.box.destroySurvey(surveyId, dateInJapan(destroyedAt));
    const record = {
      surveyId,
      destroyedAt: destroyedAt.toISOString(),
      promisedFor: frame.destroyOn,
      what: ['sealed ballots', 'own copies', 'serials', 'leaves', 'tally key held by the worker', 'key shares'],
      ballots: counted.ballots,
      merkleRoot: counted.merkleRoot,
    };
    const signature = this.keys.sign(JSON.stringify(record));
    await withAdvisoryLock(this.main, `destruction ${surveyId}`, async (manager) => {
      if (!(await this.custody.findDestruction(surveyId))) {
        await this.custody.recordDestruction(manager, surveyId, { destroyedAt, record, signature });
        await insertJob(manager, newJob('survey.record-destruction', { surveyId }, run.requestedBy));
      }
      await run.finish(manager);
    });
  }
}

function notReleased(surveyId: string): DomainError {
  return new DomainError(
    'conflict',
    'survey-not-released',
    `調査 ${surveyId} はまだ公表されていないため、回答を廃棄できません。`,
    `Survey ${surveyId} has not been released; its ballots are still needed.`,
  );
}
