import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#survey-model';
import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { REDIS } from '../api-parts.js';
import { redisAway } from './redis-session-store.js';

const WRONG_ATTEMPTS = 5;
const WINDOW_SECONDS = 15 * 60;

export class TooManyAttempts extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      'too-many',
      'too-many-attempts',
      `間違いが続いたため、${minutes}分ほど受け付けられません。時間をおいて、もう一度お試しください。`,
      `Too many wrong attempts. Try again in ${minutes} minutes.`,
    );
  }
}

/** Limits wrong attempts by what is attempted, never by address: a whole city sits behind one proxy. */
@Injectable()
export class AttemptLimiter {
  private readonly limiter: RateLimiterRedis;

  constructor(@Inject(REDIS) redis: Redis) {
    this.limiter = new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: 'nobinobi:attempts',
      points: WRONG_ATTEMPTS,
      duration: WINDOW_SECONDS,
      rejectIfRedisNotReady: true,
    });
  }

  /**
   * Runs one attempt. It is counted before it runs, so that a hundred at once are not a hundred guesses, and forgotten when it succeeds.
   * @param subject what is attempted, for example a login; only its hash reaches the store
   * @throws TooManyAttempts, DomainError "session-store-away"
   */
  async attempt<T>(subject: string, work: () => Promise<T>): Promise<T> {
    const key = keyOf(subject);
    await this.count(key);
    const result = await work();
    await this.limiter.delete(key).catch(() => {
      throw redisAway();
    });
    return result;
  }

  /**
   * Counts an attempt that has failed, where what is attempted cannot be guessed and many right attempts come at once.
   * @throws TooManyAttempts when it is one too many, DomainError "session-store-away"
   */
  noteFailure(subject: string): Promise<void> {
    return this.count(keyOf(subject));
  }

  private async count(key: string): Promise<void> {
    await this.limiter.consume(key).catch((reason: unknown) => {
      throw reason instanceof RateLimiterRes ? new TooManyAttempts(Math.ceil(reason.msBeforeNext / 1000)) : redisAway();
    });
  }
}

function keyOf(subject: string): string {
  return createHash('sha256').update(subject).digest('base64url');
}
