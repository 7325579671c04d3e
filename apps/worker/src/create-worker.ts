import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { OfficeConfig, TallyConfig } from '#config';
import type { Logger } from 'pino';
import 'reflect-metadata';
import { NestLog, workerLog } from './log/worker-log.js';
import { OfficeModule } from './office.module.js';
import { TallyModule } from './tally.module.js';

/**
 * The worker of the tally queue, at work as soon as it is initialised or listens. Call `close` to stop it.
 * @throws Error when a database refuses the connection or a job has no handler
 */
export function createTallyWorker(config: TallyConfig, log: Logger = workerLog('tally')): Promise<INestApplication> {
  return createWorker(TallyModule.with(config, log), log);
}

/** The worker of the office queue; as `createTallyWorker`. */
export function createOfficeWorker(config: OfficeConfig, log: Logger = workerLog('office')): Promise<INestApplication> {
  return createWorker(OfficeModule.with(config, log), log);
}

async function createWorker(module: DynamicModule, log: Logger): Promise<INestApplication> {
  return NestFactory.create(module, { logger: new NestLog(log), abortOnError: false, cors: false });
}
