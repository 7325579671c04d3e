import { randomBytes } from 'node:crypto';
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '#contract';
import type { Request, Response } from 'express';
import { LOG } from '../api-parts.js';
import type { ApiLog } from '../log/api-log.js';
import { TooManyAttempts } from '../session/attempt-limiter.js';
import { faultWording } from './http-wording.js';
import { causeOf, problem, problemOf } from './problem-of.js';

/** Turns every error into RFC 9457 problem details, and writes faults of our own into the log, once. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: ApiLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const answer = problemOf(error) ?? this.fault(error, http.getRequest<Request>());
    if (response.headersSent) {
      // Too late to say it; a half-sent answer must not look complete.
      if (!response.writableEnded) response.destroy();
      return;
    }
    if (error instanceof TooManyAttempts) response.setHeader('Retry-After', String(error.retryAfterSeconds));
    if (answer.status === 503) response.setHeader('Retry-After', '5');
    response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer));
  }

  private fault(error: unknown, request: Request): Problem {
    const incident = randomBytes(5).toString('hex');
    const route = request.route as { path?: string } | undefined;
    this.log.error(
      {
        incident,
        method: request.method,
        // The pattern, never the address: that may name a person.
        route: route?.path ?? '',
        error: error instanceof Error ? error.name : typeof error,
        cause: causeOf(error),
        // Frames only: a message may quote what somebody sent.
        at: error instanceof Error ? error.stack?.split('\n').filter((line) => line.startsWith('    at ')) : [],
      },
      'fault',
    );
    return problem(500, faultWording(incident));
  }
}
