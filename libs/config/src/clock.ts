import { DomainError } from '#survey-model';

/** The time by which periods, closings and fiscal years are judged. */
export type Clock = () => Date;

/**
 * The system clock, or, for the demo and for tests, one that starts at NOBINOBI_CLOCK and runs at normal speed.
 * A moved clock could reopen a closed survey, so it is refused on any address but the loopback.
 */
export function clockFrom(startsAt: string | undefined, host: string): Clock {
  if (!startsAt) return () => new Date();
  const start = Date.parse(startsAt);
  if (Number.isNaN(start) || !isLoopback(host)) {
    throw new DomainError(
      'invalid',
      'bad-clock',
      'NOBINOBI_CLOCK は ISO 8601 の日時で、127.0.0.1 で待ち受けるときだけ使えます(デモとテスト用)。',
      'NOBINOBI_CLOCK must be an ISO 8601 instant and works only on the loopback address (demo and tests).',
    );
  }
  const offset = start - Date.now();
  return () => new Date(Date.now() + offset);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
