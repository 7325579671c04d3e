import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '#config';
import { insertJob, TallyCustodyRepository, withAdvisoryLock } from '#database';
import { newJob } from '#queue';
import { dateInJapan } from '#survey-model';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { loggable } from '../queue/job-failure.js';
import { CLOCK, LOG } from '../tokens.js';

const HOUR = 3_600_000;
type TimedJob = 'survey.destroy' | 'survey.shuffle-box';

/** Writes the jobs that the calendar asks for: destruction on the day declared to staff, and the nightly reordering of open boxes. */
@Injectable()
export class TimetableService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly main: DataSource,
    private readonly custody: TallyCustodyRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), HOUR).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One process at a time, so that nothing is written twice. A database that is away is looked at again in an hour. */
  private async look(): Promise<void> {
    try {
      const today = dateInJapan(this.clock());
      const due = await this.custody.findDueForDestruction(today);
      const open = await this.custody.findOpen();
      await withAdvisoryLock(this.main, 'timetable', async (manager) => {
        for (const surveyId of due) await this.writeOnce(manager, 'survey.destroy', surveyId, today);
        for (const surveyId of open) await this.writeOnce(manager, 'survey.shuffle-box', surveyId, today);
      });
    } catch (error) {
      this.log.error(loggable(error), 'timetable');
    }
  }

  /** At most one of a kind a survey and day. */
  private async writeOnce(manager: EntityManager, name: TimedJob, surveyId: string, today: string): Promise<void> {
    const known = await manager.query<unknown[]>(
      `SELECT FROM jobs.job WHERE name = $1 AND payload ->> 'surveyId' = $2
         AND (state IN ('pending', 'running') OR (requested_at AT TIME ZONE 'Asia/Tokyo')::date >= $3::date) LIMIT 1`,
      [name, surveyId, today],
    );
    if (known.length === 0) await insertJob(manager, newJob(name, { surveyId }, 'timetable'));
  }
}
