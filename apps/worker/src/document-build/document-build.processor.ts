import { Injectable } from '@nestjs/common';
import type { DocumentPayload } from '#queue';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';

@Injectable()
export class DocumentBuildProcessor implements JobHandler<'document.build'> {
  readonly job = 'document.build';

  constructor(private readonly main: DataSource) {}

  handle(_payload: DocumentPayload, run: JobRun): Promise<void> {
    return run.finish(this.main.manager);
  }
}
