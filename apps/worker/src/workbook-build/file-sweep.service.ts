import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Clock } from '#config';
import { JobRunRepository } from '#database';
import type { Logger } from 'pino';
import { loggable } from '../queue/job-failure.js';
import { CLOCK, LOG } from '../tokens.js';

const EVERY_MS = 10 * 60 * 1000;

/** Deletes the files that nobody may download any more. */
@Injectable()
export class FileSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly runs: JobRunRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.sweep();
    this.timer = setInterval(() => void this.sweep(), EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    try {
      await this.runs.deleteExpiredFiles(this.clock());
    } catch (error) {
      this.log.warn({ error: loggable(error) }, 'expired files could not be deleted');
    }
  }
}
