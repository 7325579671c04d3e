import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import { ForecastRepository, JobRepository } from '#database';
import type { EmptyPayload } from '#queue';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { CLOCK } from '../tokens.js';
import { EngagementLinksService } from './engagement-links.service.js';
import { ForecastsService } from './forecasts.service.js';

/** How likely each programme's targets are, and how programmes stand beside the newest released engagement figures. */
@Injectable()
export class TrainingForecastProcessor implements JobHandler<'training.forecast'> {
  readonly job = 'training.forecast';

  constructor(
    private readonly main: DataSource,
    private readonly forecasts: ForecastsService,
    private readonly links: EngagementLinksService,
    private readonly results: ForecastRepository,
    private readonly jobs: JobRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asked for again in the meantime, it leaves the work to the later job. */
  async handle(_payload: EmptyPayload, run: JobRun): Promise<void> {
    if (await this.jobs.isFollowed(run.jobId)) return run.finish(this.main.manager);
    await run.progress(0, 1, '目標を達成する見込みを計算しています');
    await this.main.transaction('REPEATABLE READ', async (manager) => {
      const computedAt = this.clock();
      await this.results.saveForecasts(manager, await this.forecasts.compute(manager), computedAt);
      await this.results.saveLinks(manager, await this.links.compute(manager), computedAt);
      await run.finish(manager);
    });
  }
}
