import type { ApiConfig } from '#config';
import type { CookieOptions, RequestHandler } from 'express';
import session from 'express-session';
import type { Redis } from 'ioredis';
import { RedisSessionStore } from './redis-session-store.js';

export const SESSION_COOKIE = 'nobinobi_session';

/** The ballot's address lies outside the path, so no browser ever sends this cookie there. */
export function sessionCookieOptions(config: Pick<ApiConfig, 'publicUrl'>): CookieOptions & { readonly path: string } {
  return { path: '/api', httpOnly: true, sameSite: 'strict', secure: config.publicUrl.startsWith('https:') };
}

export function sessionMiddleware(config: ApiConfig, redis: Redis): RequestHandler {
  return session({
    name: SESSION_COOKIE,
    secret: config.sessionSecret,
    store: new RedisSessionStore(redis),
    cookie: sessionCookieOptions(config),
    resave: false,
    saveUninitialized: false,
    unset: 'destroy',
    // Whether to send a Secure cookie at all is read from X-Forwarded-Proto, wherever the front stands: beside us, or in a container.
    proxy: true,
  });
}
