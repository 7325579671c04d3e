import { setTimeout as wait } from 'node:timers/promises';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { JobRunRepository } from '#database';
import { ENQUEUE_OPTIONS, queueJobId, type QueueEntry, type QueueName } from '#queue';
import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { loggable } from './job-failure.js';

const POLL_MS = 300;
const POLL_AFTER_ERROR_MS = 1000;

/**
 * Carries jobs from PostgreSQL, the truth, to the queue, which is a hint: whatever is due and not in the queue is added. An emptied
 * queue fills again, a job lost with its process comes back under the id of its next attempt.
 */
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private failing = false;

  constructor(
    private readonly queueName: QueueName,
    private readonly queue: Queue<QueueEntry>,
    private readonly runs: JobRunRepository,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    // Adding waits for Redis to come back, which may be never: the pending tick is not waited for.
    await Promise.race([this.loop, wait(POLL_AFTER_ERROR_MS, undefined, { ref: false })]);
  }

  /** Adds every due job that the queue does not hold. Safe to repeat, also from several processes at once. */
  async relay(): Promise<void> {
    for (const job of await this.runs.due(this.queueName)) {
      const id = queueJobId(job.id, job.attempt);
      if ((await this.queue.getJobState(id)) !== 'unknown') continue;
      await this.queue.add(job.name, { jobId: job.id }, { ...ENQUEUE_OPTIONS, jobId: id });
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const healthy = await this.tick();
      await wait(healthy ? POLL_MS : POLL_AFTER_ERROR_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** An outage is logged when it begins and when it ends, not three times a second. */
  private async tick(): Promise<boolean> {
    try {
      await this.relay();
      if (this.failing) this.log.info('relay works again');
      this.failing = false;
    } catch (error) {
      if (!this.failing && !this.stopping.signal.aborted)
        this.log.warn({ error: loggable(error) }, 'relay cannot reach its servers');
      this.failing = true;
    }
    return !this.failing;
  }
}
