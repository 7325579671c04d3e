import { DomainError } from '#survey-model';
import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface CastLimits {
  /** Attempts with one genuine ticket. */
  readonly attemptsPerMinute: number;
  /** Ballots that are verified and stored at the same time in this process. */
  readonly concurrentCasts: number;
}

export const DEFAULT_CAST_LIMITS: CastLimits = { attemptsPerMinute: 10, concurrentCasts: 200 };

/** Keeps one browser gone wild, or a crowd, from starving the others. Looks at tickets only: a whole city may share one address. */
export class CastLimiter {
  private readonly attempts: RateLimiterMemory;
  private underWay = 0;

  constructor(private readonly limits: CastLimits) {
    this.attempts = new RateLimiterMemory({ points: limits.attemptsPerMinute, duration: 60 });
  }

  /** Runs `cast` unless too many others are running. @throws DomainError "collector-busy" */
  async withPlace<T>(cast: () => Promise<T>): Promise<T> {
    if (this.underWay >= this.limits.concurrentCasts) {
      throw new DomainError(
        'unavailable',
        'collector-busy',
        'ただいま混み合っています。回答はこの端末に残っています。少し待つと自動でもう一度送ります。',
        'The collector is busy. Wait a little and send the same ballot again.',
      );
    }
    this.underWay++;
    return cast().finally(() => void this.underWay--);
  }

  /**
   * Counts one attempt with a ticket that has been found genuine; forged ones would fill the memory.
   * @throws DomainError "ticket-too-often"
   */
  async countAttempt(serial: string): Promise<void> {
    const allowed = await this.attempts.consume(serial).then(
      () => true,
      () => false,
    );
    if (allowed) return;
    throw new DomainError(
      'too-many',
      'ticket-too-often',
      '同じ回答券での送信が多すぎます。1分ほど待ってからもう一度送ってください。',
      'This ticket was sent too often. Wait a minute and try again.',
    );
  }
}
