import { Injectable } from '@nestjs/common';
import type { NoticePayload } from '#queue';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';

@Injectable()
export class NoticeSendProcessor implements JobHandler<'notice.send'> {
  readonly job = 'notice.send';

  constructor(private readonly main: DataSource) {}

  handle(_payload: NoticePayload, run: JobRun): Promise<void> {
    return run.finish(this.main.manager);
  }
}
