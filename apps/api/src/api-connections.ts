import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ApiConfig } from '#config';
import { mainDataSourceOptions } from '#database';
import { DomainError } from '#survey-model';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { REDIS, type ApiParts } from './api-parts.js';
import type { ApiLog } from './log/api-log.js';

/** @throws DomainError "database-refused", "redis-refused" */
export async function openParts(config: ApiConfig, log: ApiLog): Promise<ApiParts> {
  const dataSource = await connectDatabase(config.databaseUrl);
  try {
    return { config, dataSource, redis: await connectRedis(config.redisUrl, log), log };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

export async function closeParts({ dataSource, redis }: Pick<ApiParts, 'dataSource' | 'redis'>): Promise<void> {
  redis.disconnect();
  if (dataSource.isInitialized) await dataSource.destroy();
}

/** Closes the connections after the HTTP server has answered its last request. */
@Injectable()
export class ConnectionsService implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  onApplicationShutdown(): Promise<void> {
    const { dataSource, redis } = this;
    return closeParts({ dataSource, redis });
  }
}

async function connectDatabase(url: string): Promise<DataSource> {
  try {
    return await new DataSource(mainDataSourceOptions(url)).initialize();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError(
      'unavailable',
      'database-refused',
      `データベースに接続できません: ${reason}\nDATABASE_URL の接続先、役割、パスワードを確かめてください。`,
      `The database refused the connection: ${reason}\nCheck address, role and password in DATABASE_URL.`,
    );
  }
}

/** While Redis is away, commands fail at once instead of waiting: a page says so and can be tried again. */
async function connectRedis(url: string, log: ApiLog): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 5000,
    // Generous: a busy machine is not a missing one, and a lost connection is noticed at once anyway.
    commandTimeout: 15_000,
    retryStrategy: (times) => Math.min(times * 200, 2000),
  });
  let away = false;
  redis.on('error', () => {
    if (!away) log.warn('Redis is away');
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info('Redis is back');
    away = false;
  });
  try {
    await redis.connect();
    return redis;
  } catch (error) {
    redis.disconnect();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError(
      'unavailable',
      'redis-refused',
      `Redis(Valkey)に接続できません: ${reason}\nREDIS_URL の接続先とパスワードを確かめてください。`,
      `Redis or Valkey refused the connection: ${reason}\nCheck address and password in REDIS_URL.`,
    );
  }
}
