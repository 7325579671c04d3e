import { HttpException } from '@nestjs/common';
import type { ProblemDetail } from '#contract';
import type { Wording } from './http-wording.js';

/** A refusal with a status of its own, for protocols that say which it must be. */
export class WordedRefusal extends HttpException {
  constructor(
    status: number,
    readonly wording: Wording,
    readonly errors: readonly ProblemDetail[] = [],
  ) {
    super(wording.en, status);
  }
}
