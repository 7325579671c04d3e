import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#survey-model';
import type { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { REDIS } from '../api-parts.js';

@Injectable()
export class HealthService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  /** @throws DomainError "not-ready" naming what is away */
  async requireReady(): Promise<void> {
    const answers = await Promise.allSettled([
      this.dataSource.query('SELECT FROM identity.organisation LIMIT 1'),
      this.redis.ping(),
    ]);
    const away = ['PostgreSQL', 'Redis'].filter((_, index) => answers[index]?.status === 'rejected');
    if (away.length === 0) return;
    throw new DomainError(
      'unavailable',
      'not-ready',
      `準備ができていません(${away.join('、')})。`,
      `Not ready: ${away.join(', ')}.`,
    );
  }
}
