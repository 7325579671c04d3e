import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { QUEUE_PREFIX, type QueueEntry, type QueueName } from '#queue';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { JobProcessor } from './job.processor.js';
import { loggable } from './job-failure.js';

const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
/** The launcher kills a service 10 seconds after asking it to stop; whatever is still being worked on then is begun again later. */
const CLOSE_MS = 5_000;

/** Takes entries from the queue and hands their job ids to the processor. */
export class QueueConsumer implements OnApplicationBootstrap, OnModuleDestroy {
  private worker: Worker<QueueEntry> | null = null;

  constructor(
    private readonly queueName: QueueName,
    private readonly concurrency: number,
    private readonly connection: Redis,
    private readonly processor: JobProcessor,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = new Worker<QueueEntry>(this.queueName, (entry) => this.processor.process(entry.data.jobId), {
      connection: this.connection,
      prefix: QUEUE_PREFIX,
      concurrency: this.concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
    });
    // Without a listener an error of the queue would end the process. A lost lock or entry is no harm: PostgreSQL knows the job.
    this.worker.on('error', (error) => this.log.debug({ error: loggable(error) }, 'queue error'));
  }

  async onModuleDestroy(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_MS)));
    await Promise.race([worker.close(), late]);
    clearTimeout(timer);
  }
}
