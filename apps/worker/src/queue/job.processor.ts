import { JobRepository, JobRunRepository, type JobEntity } from '#database';
import { MAX_ATTEMPTS, MAX_BEGINNINGS, retrySeconds } from '#queue';
import { DomainError } from '#survey-model';
import type { Logger } from 'pino';
import type { JobRegistry } from './job-registry.js';
import type { JobRun } from './job-handler.js';
import { BEGUN_TOO_OFTEN, failureOf, isContention, isOutage, loggable } from './job-failure.js';

const OUTAGE_SECONDS = 3;
const CONTENTION_SECONDS = 1;

/**
 * Handles one job, however often and by however many processes it is called: one at a time by a lock on the job's subject, and not
 * again once it is done. Never throws: what becomes of the job stands in its row, and the relay brings it back if it must be.
 */
export class JobProcessor {
  constructor(
    private readonly jobs: JobRepository,
    private readonly runs: JobRunRepository,
    private readonly registry: JobRegistry,
    private readonly log: Logger,
  ) {}

  async process(jobId: string): Promise<void> {
    try {
      const lock = await this.runs.tryLock(jobId);
      if (!lock) return;
      try {
        // Read after the lock: what another process did with the job is committed and visible now.
        const job = await this.jobs.find(jobId);
        if (job && !isOver(job)) await this.begin(job);
      } finally {
        await lock.release();
      }
    } catch (error) {
      this.log.warn({ job: jobId, error: loggable(error) }, 'job could not be read or marked');
    }
  }

  private async begin(job: JobEntity): Promise<void> {
    if (job.attempt >= MAX_BEGINNINGS) return this.jobs.fail(job.id, BEGUN_TOO_OFTEN);
    await this.jobs.begin(job.id);
    const began = Date.now();
    try {
      await this.registry.handle(job.name, job.payload, this.runOf(job));
      const after = await this.jobs.find(job.id);
      if (after && !isOver(after)) throw new Error(`${job.name} returned without finishing`);
      this.log.info({ job: job.id, name: job.name, attempt: job.attempt + 1, ms: Date.now() - began }, 'job done');
    } catch (error) {
      await this.settle(job, error);
    }
  }

  private async settle(job: JobEntity, error: unknown): Promise<void> {
    const about = { job: job.id, name: job.name, attempt: job.attempt + 1, error: loggable(error) };
    if (isOutage(error)) {
      this.log.warn(about, 'job waits for a server that cannot be reached');
      return this.runs.postpone(job.id, OUTAGE_SECONDS);
    }
    if (isContention(error)) {
      this.log.warn(about, 'job gave way to another');
      return this.runs.postpone(job.id, CONTENTION_SECONDS);
    }
    if (error instanceof DomainError) {
      this.log.warn(about, 'job refused');
      return this.jobs.fail(job.id, failureOf(error));
    }
    this.log.error(about, 'job failed');
    const failures = await this.runs.countFailure(job.id);
    if (failures >= MAX_ATTEMPTS) return this.jobs.fail(job.id, failureOf(error));
    return this.runs.postpone(job.id, retrySeconds(failures));
  }

  private runOf(job: JobEntity): JobRun {
    return {
      jobId: job.id,
      requestedBy: job.requestedBy,
      progress: (doneSteps, totalSteps, step) => this.jobs.progress(job.id, doneSteps, totalSteps, step),
      finish: (manager) => this.jobs.finish(job.id, manager),
    };
  }
}

function isOver(job: JobEntity): boolean {
  return job.state === 'done' || job.state === 'failed';
}
