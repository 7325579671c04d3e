import type { ApiConfig } from '#config';
import type { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import type { ApiLog } from './log/api-log.js';

/** Everything the api is built from; opened before it starts, closed after its last answer. */
export interface ApiParts {
  readonly config: ApiConfig;
  readonly dataSource: DataSource;
  readonly redis: Redis;
  readonly log: ApiLog;
}

/** Injection tokens of what has no class of its own. */
export const CONFIG = Symbol('config');
export const CLOCK = Symbol('clock');
export const REDIS = Symbol('redis');
export const LOG = Symbol('log');
