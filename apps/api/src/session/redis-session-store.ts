import { DomainError } from '#survey-model';
import session from 'express-session';
import type { Redis } from 'ioredis';

/** A session that nobody uses for this long ends. */
export const IDLE_SECONDS = 8 * 60 * 60;
const PREFIX = 'nobinobi:session:';

type Done<T = void> = (error: unknown, value?: T) => void;

/** Sessions in Redis or Valkey. Every use renews the time to live; what is not used is forgotten by the server itself. */
export class RedisSessionStore extends session.Store {
  constructor(private readonly redis: Redis) {
    super();
  }

  override get(id: string, done: Done<session.SessionData | null>): void {
    this.redis.get(PREFIX + id).then(
      (text) => done(null, parse(text)),
      () => done(redisAway()),
    );
  }

  override set(id: string, data: session.SessionData, done: Done = () => undefined): void {
    settle(this.redis.set(PREFIX + id, JSON.stringify(data), 'EX', IDLE_SECONDS), done);
  }

  override destroy(id: string, done: Done = () => undefined): void {
    settle(this.redis.del(PREFIX + id), done);
  }

  override touch(id: string, _data: session.SessionData, done: Done = () => undefined): void {
    settle(this.redis.expire(PREFIX + id, IDLE_SECONDS), done);
  }
}

export function redisAway(): DomainError {
  return new DomainError(
    'unavailable',
    'session-store-away',
    'サインインの情報を確かめられません。少し待ってからもう一度お試しください。続くときは情報担当へ連絡してください。',
    'The session store (Redis or Valkey) is away. Try again soon; if this persists, tell the administrators.',
  );
}

function settle(work: Promise<unknown>, done: Done): void {
  work.then(
    () => done(null),
    () => done(redisAway()),
  );
}

/** An unreadable session is no session. */
function parse(text: string | null): session.SessionData | null {
  try {
    return text === null ? null : (JSON.parse(text) as session.SessionData);
  } catch {
    return null;
  }
}
