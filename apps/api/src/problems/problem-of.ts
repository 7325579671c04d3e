import { HttpException } from '@nestjs/common';
import type { Problem, ProblemDetail } from '#contract';
import { DomainError, type DomainErrorKind } from '#survey-model';
import { STORE_AWAY, wordingOf, type Wording } from './http-wording.js';
import { MalformedRequest } from './malformed-request.js';
import { WordedRefusal } from './worded-refusal.js';

const STATUS_OF: Readonly<Record<DomainErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  unavailable: 503,
};

/** The problem that an error means to the caller; null when it is a fault of ours. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof DomainError) return problem(STATUS_OF[error.kind], error, domainDetails(error));
  if (error instanceof MalformedRequest) return problem(400, wordingOf(400), error.errors);
  if (error instanceof WordedRefusal) return problem(error.getStatus(), error.wording, error.errors);
  const status = httpStatusOf(error);
  if (status !== null && status < 500) return problem(status, wordingOf(status));
  return isDatabaseAway(causeOf(error)) ? problem(503, STORE_AWAY) : null;
}

export function problem(status: number, { code, ja, en }: Wording, errors: readonly ProblemDetail[] = []): Problem {
  return { type: `urn:nobinobi:problem:${code}`, title: ja, status, detail: en, code, errors: [...errors] };
}

/** SQLSTATE, system error code, or the driver's own words for a lost connection; "" for anything else. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  return /^(timeout exceeded when trying to connect|Connection terminated)/.exec(error.message)?.[0] ?? '';
}

function domainDetails({ place, details, ja, en }: DomainError): ProblemDetail[] {
  if (details.length > 0)
    return details.map(({ line, column, ...texts }) => ({ line, column, ja: texts.ja, en: texts.en }));
  if (place.line === undefined && place.column === undefined && place.field === undefined) return [];
  return [
    {
      ...(place.line === undefined ? {} : { line: place.line }),
      ...(place.column === undefined ? {} : { column: place.column }),
      ...(place.field === undefined ? {} : { field: place.field }),
      ja,
      en,
    },
  ];
}

/** Of Nest's exceptions, and of what body parser and router throw. */
function httpStatusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const { status } = (typeof error === 'object' && error !== null ? error : {}) as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 600 ? status : null;
}

/** Connection lost (08), refused for lack of resources (53), server shutting down (57), no route, or no free connection in time. */
function isDatabaseAway(cause: string): boolean {
  return /^(08|53|57|timeout exceeded|Connection terminated)|^E(CONN|PIPE|HOST|NET|TIMEDOUT)/.test(cause);
}
