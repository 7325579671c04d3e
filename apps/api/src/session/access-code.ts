import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which people take for 1, 1, 0 and V. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const GROUP = 4;

/** A random access code of 12 characters (60 bits) in groups, for example "7K2M-Q4XD-9RTB". */
export function makeAccessCode(): string {
  const characters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return (characters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** The code as it was meant: case, width, spaces and hyphens do not matter, and look-alikes are read as the character that exists. */
export function normaliseAccessCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}ー−]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** SHA-256 of the normalised code: what is stored. The code has 60 random bits, so no slow hash is needed. */
export function hashAccessCode(typed: string): string {
  return createHash('sha256').update(normaliseAccessCode(typed)).digest('hex');
}

/** Compares in constant time; with nothing stored it does the same work and says no. */
export function accessCodeFits(storedHash: string | null, typed: string): boolean {
  const typedHash = Buffer.from(hashAccessCode(typed), 'hex');
  const stored = Buffer.from(storedHash ?? '', 'hex');
  const same = timingSafeEqual(typedHash, stored.length === typedHash.length ? stored : Buffer.alloc(typedHash.length));
  return same && stored.length === typedHash.length;
}
