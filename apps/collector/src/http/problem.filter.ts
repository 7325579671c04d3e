import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '#contract';
import { DomainError, type DomainErrorKind } from '#survey-model';
import type { Response } from 'express';
import { sendPadded } from './padded-reply.js';

const STATUS_OF: Readonly<Record<DomainErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  unavailable: 503,
};

interface Wording {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

/** What the HTTP layer itself refuses. */
const UNREADABLE: Wording = {
  code: 'request-malformed',
  ja: '送られた内容を読み取れません。',
  en: 'The request cannot be read.',
};
const WORDING: Readonly<Record<number, Wording>> = {
  404: { code: 'not-found', ja: 'このアドレスには何もありません。', en: 'There is nothing at this address.' },
  413: { code: 'request-too-large', ja: '送られた内容が大きすぎます。', en: 'The request is larger than 64 KiB.' },
  415: {
    code: 'not-json',
    ja: 'JSON(application/json、圧縮なし、UTF-8)で送ってください。',
    en: 'Send application/json, UTF-8, not compressed.',
  },
  503: {
    code: 'database-away',
    ja: '一時的に受け付けられません。少し待ってからもう一度送ってください。',
    en: 'Temporarily unavailable. Try again soon.',
  },
};
const FAULT: Wording = {
  code: 'fault',
  ja: '受付で障害が起きました。少し待ってからもう一度送ってください。',
  en: 'The collector failed. Try again soon.',
};

/** Turns every error into RFC 9457 problem details of constant size. Reports faults of our own, and nothing of any request. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('collector');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    const problem = this.problemOf(error);
    sendPadded(response, problem.status, 'application/problem+json', problem);
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof DomainError) {
      const errors = error.details.map(({ column, ja, en }) => ({ field: column, ja, en }));
      return problem(STATUS_OF[error.kind], error, errors);
    }
    const refused = statusOfRefusal(error);
    if (refused !== null) return problem(refused, WORDING[refused] ?? UNREADABLE);
    const code = causeOf(error);
    // Neither message nor parameters: a failed statement quotes the ballot it carried.
    this.logger.error(`${String(property(error, 'name'))} ${code}`);
    return isDatabaseAway(code) ? problem(503, WORDING[503] ?? FAULT) : problem(500, FAULT);
  }
}

function problem(status: number, { code, ja, en }: Wording, errors: Problem['errors'] = []): Problem {
  return { type: `urn:nobinobi:problem:${code}`, title: ja, status, detail: en, code, errors };
}

/** Status of what Nest or the body parser refuses (4xx); null for everything else. */
function statusOfRefusal(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = property(error, 'statusCode');
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** SQLSTATE, system error code, or the driver's own words for a lost connection; "" for anything else. */
function causeOf(error: unknown): string {
  const code = property(error, 'code');
  if (typeof code === 'string') return code;
  const message = property(error, 'message');
  return /^(timeout exceeded when trying to connect|Connection terminated)/.exec(String(message))?.[0] ?? '';
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

/** Connection lost (08), refused for lack of resources (53), server shutting down (57), no route, or no free connection in time. */
function isDatabaseAway(cause: string): boolean {
  return /^(08|53|57|timeout exceeded|Connection terminated)|^E(CONN|PIPE|HOST|NET|TIMEDOUT)/.test(cause);
}
