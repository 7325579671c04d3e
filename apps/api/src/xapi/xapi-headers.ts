import type { Request, RequestHandler } from 'express';

/** Whether a request is a learning system's: it has no session, no cookies are read for it, and its bodies may be larger. */
export function isXapi({ originalUrl }: Pick<Request, 'originalUrl'>): boolean {
  return /^\/api\/xapi(?=[/?]|$)/i.test(originalUrl);
}

/** On every answer, refusals included (xAPI 1.0.3 part 3, 3.3). */
export const xapiHeaders: RequestHandler = (request, response, next) => {
  if (isXapi(request)) response.setHeader('X-Experience-API-Version', '1.0.3');
  next();
};
