import type { RequestHandler } from 'express';
import helmet from 'helmet';

const REST = {
  referrerPolicy: { policy: 'no-referrer' },
  // Strict transport security is the front's to promise: here it would also bind whatever else shares the name.
  strictTransportSecurity: false,
} as const;

/** Answers are data: nothing in them may run, load or be framed. */
const forData = helmet({
  ...REST,
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
});

/** The documentation page: its own scripts and styles (Swagger UI puts styles into the page), and calls to this api. */
const forDocs = helmet({
  ...REST,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
});

/** Security headers, and no copy of any answer in any cache. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  const docs = request.path === '/api/docs' || request.path.startsWith('/api/docs/');
  if (!docs) response.setHeader('Cache-Control', 'no-store');
  (docs ? forDocs : forData)(request, response, next);
};
