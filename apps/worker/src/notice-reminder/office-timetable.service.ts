import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '#config';
import { insertJob, NoticeRepository, withAdvisoryLock } from '#database';
import { newJob } from '#queue';
import { addDays, dateInJapan } from '#survey-model';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { loggable } from '../queue/job-failure.js';
import { CLOCK, LOG } from '../tokens.js';

const HOUR = 3_600_000;
/** Reminders go out from so many days before the session on, by the calendar of Japan. */
export const REMINDER_DAYS = 3;
const ABANDONED = '予期しない誤りが続いたため、送るのをやめました。システム担当者に伝えてください。';

/** Writes what the calendar asks the office worker for: reminders of sessions, and the forecast once a day. */
@Injectable()
export class OfficeTimetableService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly main: DataSource,
    private readonly notices: NoticeRepository,
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
  async look(): Promise<void> {
    try {
      const now = this.clock();
      await withAdvisoryLock(this.main, 'office-timetable', async (manager) => {
        await this.notices.writeReminders(manager, now, addDays(dateInJapan(now), REMINDER_DAYS), 'timetable');
        await this.notices.failAbandoned(manager, ABANDONED);
        await this.writeForecastOnce(manager);
      });
    } catch (error) {
      this.log.error(loggable(error), 'timetable');
    }
  }

  /** At most one a day, whoever asked for it; by the database's own clock, which is the one that stamps jobs. */
  private async writeForecastOnce(manager: EntityManager): Promise<void> {
    const known = await manager.query<unknown[]>(
      `SELECT FROM jobs.job WHERE name = 'training.forecast' AND (state IN ('pending', 'running')
         OR (requested_at AT TIME ZONE 'Asia/Tokyo')::date = (now() AT TIME ZONE 'Asia/Tokyo')::date) LIMIT 1`,
    );
    if (known.length === 0) await insertJob(manager, newJob('training.forecast', {}, 'timetable'));
  }
}
