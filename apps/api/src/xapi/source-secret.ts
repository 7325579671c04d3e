import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as a learning system's settings take them. */
export function makeSourceSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is kept of a secret. One round of SHA-256 is enough here: slow hashes make short passwords dear to guess, and nobody guesses 256
 * random bits at any price; a learning system sends it with every request.
 */
export function hashSourceSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Takes as long for a key that does not exist as for a wrong secret. */
export function secretFits(hash: string | null, secret: string): boolean {
  const known = hash ?? hashSourceSecret('');
  return timingSafeEqual(Buffer.from(hashSourceSecret(secret)), Buffer.from(known)) && hash !== null;
}

/** Key and secret of a Basic Authorization header, or null. */
export function readBasicCredentials(header: string | undefined): { key: string; secret: string } | null {
  const [, encoded] = /^Basic +([a-z0-9+/_-]+=*)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1 ? null : { key: text.slice(0, colon), secret: text.slice(colon + 1) };
}
