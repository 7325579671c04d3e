import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import {
  ReleaseRepository,
  TableRequestRepository,
  TallyCustodyRepository,
  withAdvisoryLock,
  type SurveyFrameEntity,
  type WaitingTable,
} from '#database';
import type { SurveyPayload } from '#queue';
import type { Release } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { BallotCountService, type CountedBox } from '../ballot-count/ballot-count.service.js';
import { TallyKeyService } from '../custody/tally-key.service.js';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { ReleaseBuilderService, type BuiltRelease } from '../release-building/release-builder.service.js';
import { surveyNotOpened } from '../survey-announce/survey-announcement.js';
import { CLOCK } from '../tokens.js';

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
    private readonly custody: TallyCustodyRepository,
    private readonly keys: TallyKeyService,
    private readonly counting: BallotCountService,
    private readonly builder: ReleaseBuilderService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends without a decision while custodians' shares are missing; the last of them starts it again. @throws DomainError "survey-not-opened" */
  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    const frame = await this.releases.findFrame(surveyId);
    if (!frame) throw surveyNotOpened(surveyId);
    const waiting = await this.requests.findWaiting(surveyId);
    if (waiting.length === 0 || (await this.custody.findDestruction(surveyId))) return run.finish(this.main.manager);
    const privateKey = await this.keys.takePrivateKey(surveyId, 'tally');
    if (privateKey === null) return run.finish(this.main.manager);
    const total = (await this.releases.findBoxCount(surveyId))?.ballots ?? 0;
    const counted = await this.counting.count(frame, privateKey, (read) =>
      run.progress(read, total + waiting.length, `回答を集計しています(${read}/${total})`),
    );
    for (const [at, request] of waiting.entries()) {
      await run.progress(total + at, total + waiting.length, '追加の集計表を、公表済みの表と照らし合わせています');
      await this.decide(frame, counted, request);
    }
    await run.finish(this.main.manager);
  }

  /** One process at a time, so that nothing is weighed against less than everything released. */
  private async decide(frame: SurveyFrameEntity, counted: CountedBox, request: WaitingTable): Promise<void> {
    const { surveyId } = frame;
    await withAdvisoryLock(this.main, `release ${surveyId}`, async (manager) => {
      const stillWaiting = await this.requests.findWaiting(surveyId, manager);
      const earlier = await this.releases.findLatest(surveyId, manager);
      if (!earlier || !stillWaiting.some(({ id }) => id === request.id)) return;
      await this.write(manager, request, await this.build(frame, counted, request, earlier));
    });
  }

  /** null: refused. */
  private async build(
    frame: SurveyFrameEntity,
    counted: CountedBox,
    { spec }: WaitingTable,
    earlier: Release,
  ): Promise<BuiltRelease | null> {
    try {
      const built = await this.builder.next(frame, counted, spec, earlier);
      return built.release.scores.some(({ status }) => status === 'published') ? built : null;
    } catch (error) {
      // Whatever the audit has found reads like any other refusal (DESIGN.md section 7, step 6).
      if (error instanceof Error && error.message.startsWith('disclosure audit')) return null;
      throw error;
    }
  }

  private async write(manager: EntityManager, { id }: WaitingTable, built: BuiltRelease | null): Promise<void> {
    if (built) {
      await this.releases.insert(manager, built.release);
      await this.releases.insertAnalysis(manager, built.release, built.analysis);
    }
    await this.requests.decide(manager, id, built?.release.version ?? null, this.clock());
  }
}
