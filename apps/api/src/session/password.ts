import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes } from 'node:crypto';

/** argon2id (the library's default) with 19 MiB, two passes, one lane: the OWASP minimum, 20 to 40 ms on a server. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A phone may type full-width characters where a PC does not; both mean the same password. */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), COST);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password fits. With no hash (unknown login, no password yet) it does the same work and says no, so that the time
 * taken does not tell which logins exist.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('hex'));
  const fits = await verify(passwordHash ?? (await nobody), normalise(password));
  return fits && passwordHash !== null;
}

/** Changes whenever the password does, and tells nothing about it. */
export function passwordMark(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('base64url').slice(0, 22);
}
