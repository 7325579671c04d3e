import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';

/** Status text, content type and body together. Longer than any reply is, and of four digits as a Content-Length. */
const REPLY_BYTES = 2048;
/** The same for a reply that holds an own copy: 16,384 bytes as base64url, and what goes with it. */
export const OWN_COPY_REPLY_BYTES = 24_576;

/**
 * Sends JSON padded with spaces (which JSON allows) so that the whole reply has one size whatever it says: to a listener who sees
 * only lengths, a stored ballot, a repeated one and a refused one look alike.
 */
export function sendPadded(
  response: Response,
  status: number,
  contentType: string,
  body: object,
  size = REPLY_BYTES,
): void {
  const json = Buffer.from(JSON.stringify(body));
  const head = (STATUS_CODES[status] ?? '').length + contentType.length;
  const padding = Buffer.alloc(Math.max(0, size - head - json.length), ' ');
  response.statusCode = status;
  response.setHeader('Content-Type', contentType);
  response.setHeader('Content-Length', json.length + padding.length);
  response.end(Buffer.concat([json, padding]));
}
