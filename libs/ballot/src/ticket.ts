import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { DomainError } from '#survey-model';
import { fromBase64, fromBase64Url, toBase64Url } from './base64url.js';
import { sha256 } from './bytes.js';
import './native-arithmetic.js';

/** RFC 9474: blind RSA signatures with SHA-384, PSS with a salt of 48 bytes, and a random prefix before the message. */
export const TICKET_SCHEME = 'RSABSSA-SHA384-PSS-Randomized';
export const TICKET_SALT_BYTES = 48;
export const TICKET_KEY_BITS = 3072;
/** Random prefix of 32 bytes, then the ticket's own public key of 65. */
export const PREPARED_BYTES = 97;
export const PREFIX_BYTES = 32;

const scheme = RSABSSA.SHA384.PSS.Randomized();
const TICKET_CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

/** The ticket's own key pair: casts are signed with it, so that a ticket is no bearer token. */
export interface TicketKeys {
  /** Uncompressed P-256 point, 65 bytes, base64url. */
  readonly publicKey: string;
  /** PKCS #8, base64url. */
  readonly privateKey: string;
}

/** What the browser keeps while the identified side signs what it cannot read. All base64url. */
export interface PendingTicket {
  readonly scheme: string;
  readonly keys: TicketKeys;
  /** Random prefix and the public key: the message that is signed. */
  readonly prepared: string;
  /** Takes the blinding off again. */
  readonly inverse: string;
  /** What is sent to be signed, 384 bytes. */
  readonly blinded: string;
}

/** 回答券: the right to cast one ballot, as the collector sees it. Names nobody, and was never seen by whoever signed it. */
export interface Ticket {
  readonly scheme: string;
  readonly prepared: string;
  readonly signature: string;
}

/** A ticket and the key that it is used with. */
export interface OwnTicket {
  readonly ticket: Ticket;
  readonly keys: TicketKeys;
}

/**
 * Makes a fresh ticket and blinds it.
 * @param ticketPublicKeySpki the survey's ticket key as fetched from the collector without cookies: SubjectPublicKeyInfo, base64
 * @throws DomainError "ticket-key-refused" unless RSA of at least 3072 bits with the exponent 65537
 */
export async function requestTicket(ticketPublicKeySpki: string): Promise<PendingTicket> {
  const key = await importTicketKey(ticketPublicKeySpki);
  const pair = await crypto.subtle.generateKey(TICKET_CURVE, true, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const prepared = scheme.prepare(publicKey);
  const { blindedMsg, inv } = await scheme.blind(key, prepared);
  return {
    scheme: TICKET_SCHEME,
    keys: { publicKey: toBase64Url(publicKey), privateKey: toBase64Url(privateKey) },
    prepared: toBase64Url(prepared),
    inverse: toBase64Url(inv),
    blinded: toBase64Url(blindedMsg),
  };
}

/**
 * Takes the blinding off the signature and checks it: a wrong one must be found now, while the person can still ask again, not at the
 * ballot box.
 * @throws DomainError "ticket-key-refused", "ticket-signature-wrong", "not-base64url"
 */
export async function finalizeTicket(
  ticketPublicKeySpki: string,
  pending: PendingTicket,
  blindSignature: string,
): Promise<OwnTicket> {
  const key = await importTicketKey(ticketPublicKeySpki);
  const [prepared, inverse, blind] = [pending.prepared, pending.inverse, blindSignature].map(fromBase64Url);
  const signature = await scheme
    .finalize(key, prepared ?? new Uint8Array(), blind ?? new Uint8Array(), inverse ?? new Uint8Array())
    .catch(() => {
      throw new DomainError(
        'forbidden',
        'ticket-signature-wrong',
        '回答券の署名が、この調査の公開鍵と合いません。ページを再読み込みしても直らないときは、人事担当へ連絡してください。',
        "The ticket's signature does not match this survey's key. Reload the page; if this persists, contact HR.",
      );
    });
  const ticket = { scheme: TICKET_SCHEME, prepared: pending.prepared, signature: toBase64Url(signature) };
  return { ticket, keys: pending.keys };
}

/** Under what number a ballot lies in the box: SHA-256 of the prepared message, 32 bytes. Same ticket, same number. */
export function ballotSerial(prepared: string): Promise<Uint8Array<ArrayBuffer>> {
  // Of the bytes, not of the text: several base64url texts mean the same bytes, and each would be one more ballot.
  return sha256(fromBase64Url(prepared));
}

/** SHA-256 of a public key as staff compare it with the poster: 16 groups of four hexadecimal digits. */
export async function keyFingerprint(publicKeyBase64: string): Promise<string> {
  const digest = await sha256(fromBase64(publicKeyBase64));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}

/**
 * A weak key, or one made for this person alone with an odd exponent, must not be used.
 * @throws DomainError "ticket-key-refused" unless RSA of at least 3072 bits with the exponent 65537
 */
async function importTicketKey(publicKeySpki: string) {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await Promise.resolve()
    .then(() => crypto.subtle.importKey('spki', fromBase64(publicKeySpki), algorithm, true, ['verify']))
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
