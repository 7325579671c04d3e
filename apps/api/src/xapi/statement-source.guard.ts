import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { StatementSourceRepository } from '#database';
import { json, type Request, type Response } from 'express';
import { AttemptLimiter } from '../session/attempt-limiter.js';
import { readBasicCredentials, secretFits } from './source-secret.js';
import { badJson, notJson, sourceRefused, tooLarge, versionMissing } from './xapi-refusals.js';

/** 10,000 statements of a kilobyte. */
const MAX_MEGABYTES = 10;
const SOURCE_KEY = /^[a-z0-9][a-z0-9-]{0,63}$/;
const parseJson = json({ limit: `${MAX_MEGABYTES}mb`, type: () => true });

interface SourceRequest extends Request {
  statementSource?: string;
}

/** Key of the learning system that `StatementSourceGuard` let in. */
export const StatementSource = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { statementSource } = context.switchToHttp().getRequest<SourceRequest>();
  if (statementSource === undefined) throw new Error('@StatementSource() on a route without its guard');
  return statementSource;
});

/**
 * Lets learning systems in by key and secret, and reads the body only then: nobody else gets 10 MB parsed. A right secret is never
 * refused for wrong ones before it, so that nobody can shut a learning system out by guessing.
 */
@Injectable()
export class StatementSourceGuard implements CanActivate {
  constructor(
    private readonly sources: StatementSourceRepository,
    private readonly limiter: AttemptLimiter,
  ) {}

  /** @throws WordedRefusal 400 "xapi-version", "json-malformed", 401 "statement-source-refused", 413, 415; TooManyAttempts */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SourceRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    if (!/^1\.0(\.\d+)?$/.test(request.get('x-experience-api-version') ?? '')) throw versionMissing();
    request.statementSource = await this.authenticate(request, response);
    if (!request.is('application/json')) throw notJson();
    await readBody(request, response);
    return true;
  }

  private async authenticate(request: Request, response: Response): Promise<string> {
    const credentials = readBasicCredentials(request.get('authorization'));
    if (credentials) {
      const { key, secret } = credentials;
      const hash = SOURCE_KEY.test(key) ? await this.sources.findSecretHash(key) : null;
      if (secretFits(hash, secret)) return key;
      await this.limiter.noteFailure(`statement-source ${key}`);
    }
    response.setHeader('WWW-Authenticate', 'Basic realm="xapi", charset="UTF-8"');
    throw sourceRefused();
  }
}

function readBody(request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    parseJson(request, response, (error?: unknown) => {
      if (error === undefined) return resolve();
      const { type } = error as { type?: string };
      if (type === 'entity.parse.failed') return reject(badJson());
      reject(type === 'entity.too.large' ? tooLarge(MAX_MEGABYTES) : error);
    });
  });
}
