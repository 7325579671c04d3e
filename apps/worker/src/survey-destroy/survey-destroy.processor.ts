import { Inject, Injectable } from '@nestjs/common';
import { dateInJapan } from '#survey-model';
import type { Clock } from '#config';
import { insertJob, ReleaseRepository, TallyCustodyRepository, withAdvisoryLock } from '#database';
import { BallotBoxRepository, destructionNotDue } from '#database/ballot';
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

  /** @throws DomainError "survey-not-opened", "destruction-not-due" */
  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    const frame = await this.releases.findFrame(surveyId);
    if (!frame) throw surveyNotOpened(surveyId);
    if (await this.custody.findDestruction(surveyId)) return run.finish(this.main.manager);
    const destroyedAt = this.clock();
    const today = dateInJapan(destroyedAt);
    if (!(await this.custody.findDueForDestruction(today)).includes(surveyId)) throw destructionNotDue();
    await run.progress(0, 1, '回答と鍵を廃棄しています');
    // null: the box was never opened. It may not even have been closed.
    const counted = await this.releases.findBoxCount(surveyId);
    if (!counted) await this.box.closeSurvey(surveyId);
    // The box first: where this ends in the middle, the next attempt finds it gone and writes the record.
    await this.box.destroySurvey(surveyId, today);
    const record = {
      surveyId,
      destroyedAt: destroyedAt.toISOString(),
      promisedFor: frame.destroyOn,
      what: ['sealed ballots', 'own copies', 'serials', 'leaves', 'tally key held by the worker', 'key shares'],
      ballots: counted?.ballots ?? null,
      merkleRoot: counted?.merkleRoot ?? null,
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
