import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RedisConnection } from '../queue/redis-connection.js';

export const DATA_SOURCES = Symbol('DataSource[]');

@Controller('health')
export class HealthController {
  constructor(
    @Inject(DATA_SOURCES) private readonly dataSources: readonly DataSource[],
    private readonly redis: RedisConnection,
  ) {}

  /** The process runs. */
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can work: its databases answer and the queue is connected. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await Promise.all(this.dataSources.map((dataSource) => dataSource.query('SELECT 1')));
    } catch {
      throw new ServiceUnavailableException({ status: 'database' });
    }
    if (!this.redis.isReady) throw new ServiceUnavailableException({ status: 'queue' });
    return { status: 'ok' };
  }
}
