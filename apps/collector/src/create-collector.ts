import type { Server } from 'node:http';
import { ValidationPipe, type INestApplication, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { CollectorConfig } from '#config';
import { openBallotBox, type BallotBoxRepository } from '#database/ballot';
import { DomainError, type LineError } from '#survey-model';
import type { ValidationError } from 'class-validator';
import helmet from 'helmet';
import 'reflect-metadata';
import { DEFAULT_CAST_LIMITS, type CastLimits } from './ballots/cast-limits.js';
import { CollectorModule } from './collector.module.js';
import { forgetSender } from './http/anonymous-request.js';
import { requireJson, requireObject } from './http/json-request.js';
import { ProblemFilter } from './http/problem.filter.js';

export interface CollectorExtras {
  readonly limits?: Partial<CastLimits>;
  /** Where the collector reports faults of its own; false for nowhere. It never reports a request. */
  readonly logger?: LoggerService | false;
}

/**
 * The survey-collection service, ready to listen. It takes ballots and knows nobody: no cookie is read or set, no address is looked
 * at, no request is logged, nothing is cached.
 * @throws DomainError "ballot-database-refused", or "database-logs-ballots" when the database would write ballots into its log
 */
export async function createCollector(
  config: CollectorConfig,
  extras: CollectorExtras = {},
): Promise<INestApplication<Server>> {
  const box = await openBallotBox(config.databaseUrl);
  try {
    await requireSilence(box);
    const limits = { ...DEFAULT_CAST_LIMITS, ...extras.limits };
    const app = await NestFactory.create<NestExpressApplication>(
      CollectorModule.with({ box, clock: config.clock, limits }),
      {
        bodyParser: false,
        cors: false,
        logger: extras.logger ?? ['error', 'warn', 'fatal'],
      },
    );
    harden(app);
    await app.init();
    return app as INestApplication<Server>;
  } catch (error) {
    await box.close();
    throw error;
  }
}

function harden(app: NestExpressApplication): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', false);
  app.use(forgetSender);
  // Strict transport security is the front's to promise: here it would also bind whatever else shares the name.
  app.use(helmet({ strictTransportSecurity: false }));
  app.use(requireJson);
  // Not inflated: a small request could otherwise unfold to any size.
  app.useBodyParser('json', { limit: '64kb', inflate: false });
  app.use(requireObject);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, exceptionFactory: requestMalformed }),
  );
  const server = app.getHttpServer() as Server;
  // A sender who dawdles must not hold a connection for ever.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
}

/** Names the fields and never repeats their values. */
function requestMalformed(errors: ValidationError[]): DomainError {
  const details = errors.flatMap((error) => lineErrors(error, '')).slice(0, 5);
  return new DomainError(
    'invalid',
    'request-malformed',
    '送られた回答の形式が正しくありません。ページを再読み込みしてやり直してください。',
    'The request is malformed. Reload the page and try again.',
    {},
    details,
  );
}

function lineErrors(error: ValidationError, path: string): LineError[] {
  const known = error.constraints && 'whitelistValidation' in error.constraints ? '?' : error.property;
  const messages = known === '?' ? ['余分な項目です / is not expected'] : Object.values(error.constraints ?? {});
  const own = messages.slice(0, 1).map((message) => ({ line: 0, column: path + known, ja: message, en: message }));
  return [...own, ...(error.children ?? []).flatMap((child) => lineErrors(child, `${path}${error.property}.`))];
}

async function requireSilence(box: BallotBoxRepository): Promise<void> {
  const loud = await box.findLoudSettings();
  if (loud.length === 0) return;
  throw new DomainError(
    'unavailable',
    'database-logs-ballots',
    `データベースが回答をログに残す設定です(${loud.join(', ')})。migrate を済ませ、役割 nobinobi_collector で接続してください。`,
    `The database would write ballots into its log (${loud.join(', ')}). Migrate it, and connect as the role nobinobi_collector.`,
  );
}
