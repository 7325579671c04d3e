import { DomainError } from '#survey-model';

const ALPHABET = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

/** Unpadded base64url (RFC 4648 section 5), in browsers and Node alike. By a table: `btoa` wants a text first, and took ten times as long. */
export function toBase64Url(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const three = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    for (let shift = 18; shift >= 0 && at < text.length; shift -= 6) text[at++] = ALPHABET[(three >> shift) & 63] ?? 0;
  }
  return new TextDecoder().decode(text);
}

/** @throws DomainError "not-base64url" on any other character, on padding and on an impossible length. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw notBase64Url();
  return decode(text.replaceAll('-', '+').replaceAll('_', '/'));
}

/** Standard base64, the form in which public keys travel. @throws DomainError "not-base64url" */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) throw notBase64Url();
  return decode(text);
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function notBase64Url(): DomainError {
  return new DomainError(
    'invalid',
    'not-base64url',
    '符号化された値の形式が正しくありません。ページを再読み込みしてやり直してください。',
    'An encoded value is not valid base64url. Reload the page and try again.',
  );
}
