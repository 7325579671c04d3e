import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import { insertJob, JobRepository, TargetRepository, TrainingRepository, type ComputedStanding } from '#database';
import { newJob, type EmptyPayload } from '#queue';
import { targetChanges } from '#training-plan';
import { DataSource, type EntityManager } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { CLOCK } from '../tokens.js';
import { StandingsService } from './standings.service.js';

/** Where every programme stands, and what each department (部) owes this fiscal year. */
@Injectable()
export class TrainingTargetsProcessor implements JobHandler<'training.targets'> {
  readonly job = 'training.targets';

  constructor(
    private readonly main: DataSource,
    private readonly standings: StandingsService,
    private readonly training: TrainingRepository,
    private readonly targets: TargetRepository,
    private readonly jobs: JobRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asked for again in the meantime, it leaves the work to the later job: many changes at once are computed once. */
  async handle(_payload: EmptyPayload, run: JobRun): Promise<void> {
    if (await this.jobs.isFollowed(run.jobId)) return run.finish(this.main.manager);
    await run.progress(0, 1, 'DX研修の達成状況と組織別の目標を計算しています');
    // One snapshot: people, departments and completions must belong together while an import is being applied.
    await this.main.transaction('REPEATABLE READ', async (manager) => {
      const standings = await this.standings.compute(manager);
      const computedAt = this.clock();
      await this.recordChanges(manager, standings, { computedAt, requestedBy: run.requestedBy });
      await this.training.saveProgress(manager, standings, computedAt);
      await insertJob(manager, newJob('training.forecast', {}, run.requestedBy));
      await run.finish(manager);
    });
  }

  /** Against the last standing; the first one, and the first of a new fiscal year, have nothing to be compared with. */
  private async recordChanges(
    manager: EntityManager,
    standings: readonly ComputedStanding[],
    origin: { readonly computedAt: Date; readonly requestedBy: string },
  ): Promise<void> {
    const known = await this.training.loadProgress(manager);
    for (const { progress } of standings) {
      const before = known.find(({ programmeKey }) => programmeKey === progress.programmeKey)?.progress;
      const changes = before ? targetChanges(before, progress) : [];
      const { programmeKey, targetYear: fiscalYear } = progress;
      if (changes.length > 0)
        await this.targets.insertRevision(manager, { programmeKey, fiscalYear, ...origin, changes });
    }
  }
}
