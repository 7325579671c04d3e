import type { NextFunction, Request, Response } from 'express';

/** Headers by which a request could be tied to a person, a session or an address. */
const TELLING_HEADERS = [
  'cookie',
  'authorization',
  'forwarded',
  'x-forwarded-for',
  'x-real-ip',
  'referer',
  'user-agent',
];

/** Drops what the collector must not know before anything else sees the request, and keeps replies out of every cache. */
export function forgetSender(request: Request, response: Response, next: NextFunction): void {
  for (const name of TELLING_HEADERS) delete request.headers[name];
  request.rawHeaders.length = 0;
  response.setHeader('Cache-Control', 'no-store');
  next();
}
