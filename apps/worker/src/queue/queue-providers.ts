import type { Provider } from '@nestjs/common';
import { JobRepository, JobRunRepository } from '#database';
import { QUEUE_PREFIX, type QueueEntry, type QueueName } from '#queue';
import { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LOG } from '../tokens.js';
import type { AnyJobHandler } from './job-handler.js';
import { JobProcessor } from './job.processor.js';
import { JobRegistry } from './job-registry.js';
import { OutboxRelay } from './outbox-relay.service.js';
import { QueueConsumer } from './queue-consumer.service.js';
import { RedisConnection } from './redis-connection.js';

export interface QueueSettings {
  readonly queue: QueueName;
  readonly redisUrl: string;
  /** How many jobs one process works on at a time. */
  readonly concurrency: number;
}

/** Relay, consumer and processor of one queue, with the given handler classes, which must be providers themselves. */
export function queueProviders(
  settings: QueueSettings,
  handlers: readonly (new (...args: never[]) => AnyJobHandler)[],
): Provider[] {
  const { queue, redisUrl, concurrency } = settings;
  return [
    { provide: JobRepository, inject: [DataSource], useFactory: (main: DataSource) => new JobRepository(main) },
    { provide: JobRunRepository, inject: [DataSource], useFactory: (main: DataSource) => new JobRunRepository(main) },
    { provide: RedisConnection, inject: [LOG], useFactory: (log: Logger) => new RedisConnection(redisUrl, log) },
    {
      provide: JobRegistry,
      inject: [...handlers],
      useFactory: (...all: AnyJobHandler[]) => JobRegistry.of(queue, all),
    },
    {
      provide: JobProcessor,
      inject: [JobRepository, JobRunRepository, JobRegistry, LOG],
      useFactory: (jobs: JobRepository, runs: JobRunRepository, registry: JobRegistry, log: Logger) =>
        new JobProcessor(jobs, runs, registry, log),
    },
    {
      provide: OutboxRelay,
      inject: [RedisConnection, JobRunRepository, LOG],
      useFactory: (redis: RedisConnection, runs: JobRunRepository, log: Logger) =>
        new OutboxRelay(queue, openQueue(queue, redis), runs, log),
    },
    {
      provide: QueueConsumer,
      inject: [RedisConnection, JobProcessor, LOG],
      useFactory: (redis: RedisConnection, processor: JobProcessor, log: Logger) =>
        new QueueConsumer(queue, concurrency, redis.client, processor, log),
    },
  ];
}

function openQueue(name: QueueName, { client }: RedisConnection): Queue<QueueEntry> {
  const queue = new Queue<QueueEntry>(name, { connection: client, prefix: QUEUE_PREFIX, skipMetasUpdate: true });
  // Without a listener an error of the queue would end the process; the connection itself tells of outages.
  queue.on('error', () => undefined);
  return queue;
}
