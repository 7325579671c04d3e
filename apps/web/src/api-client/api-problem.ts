import { DomainError } from '#survey-model';
import type { Problem } from './types.js';

/** Every failed call throws this; `problem` is what the page shows. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ApiProblem';
  }
}

/** The request never got an answer: offline, server down, or the connection was cut. */
export const UNREACHABLE = 'unreachable';

function madeHere(code: string, status: number, title: string, detail: string): Problem {
  return { type: `urn:nobinobi:problem:${code}`, code, status, title, detail, errors: [] };
}

/** What a response that is not 2xx says, also when something in between answered with a page of its own. */
export function problemOfResponse(body: unknown, status: number): Problem {
  if (isProblem(body)) return { ...body, errors: body.errors ?? [] };
  return madeHere(
    'unexpected-answer',
    status,
    `サーバーから想定外の応答がありました(${status})。時間をおいて、もう一度お試しください。`,
    `The server gave an unexpected answer (${status}). Try again later.`,
  );
}

/** Anything caught, as a problem. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  if (error instanceof DomainError) return madeHere(error.code, 0, error.ja, error.en);
  return madeHere(
    'page-failure',
    0,
    'ページの処理に失敗しました。再読み込みしてください。直らないときは管理者へ連絡してください。',
    'The page failed. Reload it; if this persists, contact your administrator.',
  );
}

export function unreachable(): ApiProblem {
  return new ApiProblem(
    madeHere(
      UNREACHABLE,
      0,
      'サーバーに接続できません。ネットワークを確認して、もう一度お試しください。',
      'The server cannot be reached. Check the network and try again.',
    ),
  );
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'code' in body && 'status' in body;
}
