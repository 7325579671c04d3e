import { DomainError } from '#survey-model';

/** Unpadded base64url (RFC 4648 section 5), in browsers and Node alike. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  // In pieces: the arguments of one call are limited, and a ballot has 16,384 bytes.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
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
