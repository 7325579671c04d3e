import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { loggable } from './job-failure.js';

const RECONNECT_MS = 1000;

/** The connection that relay and consumer share. While Redis is down, commands wait; nothing is lost, for nothing is kept there. */
export class RedisConnection implements OnApplicationShutdown {
  readonly client: Redis;
  private down = false;

  constructor(url: string, log: Logger) {
    this.client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => RECONNECT_MS });
    this.client.on('error', (error) => {
      if (!this.down) log.warn({ error: loggable(error) }, 'Redis cannot be reached; waiting');
      this.down = true;
    });
    this.client.on('ready', () => {
      if (this.down) log.info('Redis is back');
      this.down = false;
    });
  }

  get isReady(): boolean {
    return this.client.status === 'ready';
  }

  onApplicationShutdown(): void {
    this.client.disconnect();
  }
}
