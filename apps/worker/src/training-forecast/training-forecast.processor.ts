import { Injectable } from '@nestjs/common';
import type { EmptyPayload } from '#queue';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';

@Injectable()
export class TrainingForecastProcessor implements JobHandler<'training.forecast'> {
  readonly job = 'training.forecast';

  constructor(private readonly main: DataSource) {}

  handle(_payload: EmptyPayload, run: JobRun): Promise<void> {
    return run.finish(this.main.manager);
  }
}
