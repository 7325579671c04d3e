import type { IncomingMessage, Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ApiConfig } from '#config';
import type { NextFunction, Request, Response } from 'express';
import 'reflect-metadata';
import { closeParts, openParts } from './api-connections.js';
import type { ApiParts } from './api-parts.js';
import { ApiModule } from './api.module.js';
import { apiLog, NestLog, type ApiLog } from './log/api-log.js';
import { documentOf } from './openapi/api-document.js';
import { serveDocs } from './openapi/docs-page.js';
import { routePrefix } from './route-prefix.js';
import { securityHeaders } from './security/security-headers.js';
import { isXapi, xapiHeaders } from './xapi/xapi-headers.js';
import { sessionMiddleware } from './session/session-middleware.js';

/**
 * The identified side's HTTP service, ready to listen. `close` ends event streams, answers what is under way, and then closes the
 * connections.
 * @throws DomainError "database-refused", "redis-refused"
 */
export async function createApi(config: ApiConfig, log: ApiLog = apiLog()): Promise<INestApplication<Server>> {
  const parts = await openParts(config, log);
  try {
    const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(parts), {
      bodyParser: false,
      cors: false,
      abortOnError: false,
      forceCloseConnections: true,
      logger: new NestLog(log),
    });
    prepare(app, parts);
    await app.init();
    return app as INestApplication<Server>;
  } catch (error) {
    await closeParts(parts);
    throw error;
  }
}

function prepare(app: NestExpressApplication, { config, redis }: ApiParts): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  // The gateway and nginx run on this machine and say whether the browser used TLS.
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders);
  app.use(xapiHeaders);
  const withSession = sessionMiddleware(config, redis);
  app.use('/api', (request: Request, response: Response, next: NextFunction) =>
    isXapi(request) ? next() : withSession(request, response, next),
  );
  app.useBodyParser('json', { limit: '1mb', type: isOwnJson });
  routePrefix(app);
  serveDocs(app, documentOf(app));
}

/** Statements are read by their own guard, after it has let the sender in. */
function isOwnJson(request: IncomingMessage): boolean {
  const { originalUrl } = request as Request;
  return !isXapi({ originalUrl }) && Boolean((request as Request).is('application/json'));
}
