import { DomainError } from '#survey-model';
import { fromBase64, fromBase64Url, toBase64Url } from './base64url.js';

/** How a ticket is signed: RSASSA-PSS, SHA-384, MGF1 with SHA-384, salt of 48 bytes, over the prepared message. */
export const TICKET_SCHEME = 'RSASSA-PSS-SHA384';
export const TICKET_SALT_BYTES = 48;
export const TICKET_KEY_BITS = 3072;
export const TICKET_MESSAGE_BYTES = 32;

/** What the browser keeps while the identified side signs it. */
export interface TicketRequest {
  readonly scheme: string;
  /** The prepared message, base64url. */
  readonly message: string;
}

/** 回答券: the right to cast one ballot. Names nobody; whoever holds it may spend it once. */
export interface Ticket extends TicketRequest {
  /** base64url. */
  readonly signature: string;
}

/** What the browser hands to the collector. */
export interface CastRequest {
  readonly ticket: Ticket;
  /** The ballot of `packBallot`, base64url. */
  readonly ballot: string;
}

/** A fresh ticket message of 32 random bytes. */
export function makeTicketRequest(): TicketRequest {
  return { scheme: TICKET_SCHEME, message: toBase64Url(crypto.getRandomValues(new Uint8Array(TICKET_MESSAGE_BYTES))) };
}

/**
 * Makes the ticket from its signature, after checking both: a weak key, or one made for this person alone with an odd exponent,
 * must not be used, and a wrong signature must be found now, while the person can still ask again, not at the ballot box.
 * @param publicKeySpki the survey's ticket key as fetched from the collector: SubjectPublicKeyInfo in DER, base64
 * @param message the message of `makeTicketRequest`, base64url
 * @param signature from the identified side, base64url
 * @throws DomainError "ticket-key-refused", "ticket-signature-wrong", "not-base64url"
 */
export async function finalizeTicket(publicKeySpki: string, message: string, signature: string): Promise<Ticket> {
  const key = await importTicketKey(publicKeySpki);
  const algorithm = { name: 'RSA-PSS', saltLength: TICKET_SALT_BYTES };
  const genuine = await crypto.subtle.verify(algorithm, key, fromBase64Url(signature), fromBase64Url(message));
  if (!genuine) {
    throw new DomainError(
      'forbidden',
      'ticket-signature-wrong',
      '回答券の署名が、この調査の公開鍵と合いません。ページを再読み込みしても直らないときは、人事担当へ連絡してください。',
      "The ticket's signature does not match this survey's key. Reload the page; if this persists, contact HR.",
    );
  }
  return { scheme: TICKET_SCHEME, message, signature };
}

/** `CryptoKey`, named without the DOM's types, which Node programs do not have. */
type PublicKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** @throws DomainError "ticket-key-refused" unless RSA of at least 3072 bits with the exponent 65537 */
async function importTicketKey(publicKeySpki: string): Promise<PublicKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await crypto.subtle
    .importKey('spki', fromBase64(publicKeySpki), algorithm, true, ['verify'])
    .catch(() => null);
  const jwk = key && (await crypto.subtle.exportKey('jwk', key));
  // "AQAB" is 65537. The modulus in a JWK has no leading zero bytes, so its length is the key's.
  const bits = jwk?.n ? modulusBits(fromBase64Url(jwk.n)) : 0;
  if (!key || jwk?.e !== 'AQAB' || bits < TICKET_KEY_BITS) {
    throw new DomainError(
      'forbidden',
      'ticket-key-refused',
      '調査の公開鍵が基準(RSA 3072ビット以上、指数65537)を満たしません。回答せずに人事担当へ連絡してください。',
      "The survey's public key is not RSA of at least 3072 bits with exponent 65537. Do not answer; contact HR.",
    );
  }
  return key;
}

function modulusBits(modulus: Uint8Array): number {
  return modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
}

/** SHA-256 of a public key as staff compare it with the poster: 16 groups of four hexadecimal digits. */
export async function keyFingerprint(publicKeySpki: string): Promise<string> {
  const digest = await sha256(fromBase64(publicKeySpki));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Under what number a ballot lies in the box: SHA-256 of the ticket's message, 32 bytes. Same ticket, same number. */
export function ballotSerial(message: string): Promise<Uint8Array<ArrayBuffer>> {
  // Of the bytes, not of the text: several base64url texts mean the same bytes, and each would be one more ballot.
  return sha256(fromBase64Url(message));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
