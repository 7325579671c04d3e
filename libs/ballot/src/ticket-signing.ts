import { DomainError } from '#survey-model';
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  KeyObject,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import { castMessage, ownCopyMessage, type CastRequest, type OwnCopyRequest } from './cast.js';
import {
  PREFIX_BYTES,
  PREPARED_BYTES,
  TICKET_KEY_BITS,
  TICKET_SALT_BYTES,
  TICKET_SCHEME,
  type Ticket,
} from './ticket.js';

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: TICKET_SALT_BYTES };
const RAW = constants.RSA_NO_PADDING;
/** SubjectPublicKeyInfo of an uncompressed P-256 point, up to the point. */
const P256_SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** One survey's ticket key: the key binds the survey, so that a ticket of another survey is simply a forgery. */
export interface TicketKeyPair {
  /** SubjectPublicKeyInfo in DER, base64. */
  readonly publicKey: string;
  /** PKCS #8 in PEM. Encrypt it before it is stored. */
  readonly privateKey: string;
}

/** A fresh RSA-3072 key pair with the exponent 65537. Takes about a second; it does not block the event loop. */
export async function generateTicketKey(): Promise<TicketKeyPair> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: TICKET_KEY_BITS, publicExponent: 0x10001 });
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/**
 * BlindSign of RFC 9474, section 4.3: the raw RSA private-key operation on what the signer cannot read. OpenSSL does it in about a
 * millisecond, with blinding of its own against timing. The result is encrypted again and compared before it leaves: a faulty
 * computation would give the key away.
 * @param privateKey PKCS #8 in PEM
 * @param blinded as many bytes as the modulus has, base64url
 * @returns the blind signature, base64url; the same for the same input
 * @throws DomainError "blinded-message" when the length is wrong or the value not below the modulus, "ticket-signing-fault"
 */
export function signBlinded(privateKey: string, blinded: string): string {
  const { key, publicKey } = openSigningKey(privateKey);
  const message = Buffer.from(blinded, 'base64url');
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  if (message.length !== size || message.toString('base64url') !== blinded) throw badBlindedMessage(size);
  let signature: Buffer;
  try {
    signature = privateDecrypt({ key, padding: RAW }, message);
  } catch {
    throw badBlindedMessage(size);
  }
  const again = publicEncrypt({ key: publicKey, padding: RAW }, signature);
  if (again.length !== message.length || !timingSafeEqual(again, message)) throw signingFault();
  return signature.toString('base64url');
}

interface SigningKey {
  readonly pem: string;
  readonly key: KeyObject;
  readonly publicKey: KeyObject;
}

let lastUsed: SigningKey | undefined;

/** The last one is kept: parsing takes longer than signing, and a whole city signs with the one key of its survey. */
function openSigningKey(pem: string): SigningKey {
  if (lastUsed?.pem === pem) return lastUsed;
  const key = createPrivateKey(pem);
  return (lastUsed = { pem, key, publicKey: createPublicKey(key) });
}

/** Parses a ticket key once, for a caller that verifies many tickets. @throws Error when it is not an RSA key in DER */
export function openTicketKey(publicKeySpki: string): KeyObject {
  return createPublicKey({ key: Buffer.from(publicKeySpki, 'base64'), format: 'der', type: 'spki' });
}

/** Whether the ticket was signed by this survey's key. Anything malformed is merely not genuine. */
export function verifyTicket(publicKey: string | KeyObject, ticket: Ticket): boolean {
  if (ticket.scheme !== TICKET_SCHEME) return false;
  const prepared = Buffer.from(ticket.prepared, 'base64url');
  if (prepared.length !== PREPARED_BYTES) return false;
  const key = typeof publicKey === 'string' ? openTicketKey(publicKey) : publicKey;
  return verify('sha384', prepared, { key, ...PSS }, Buffer.from(ticket.signature, 'base64url'));
}

/** `ballotSerial` without the detour through WebCrypto's thread, which costs as much as verifying the ticket. */
export function ticketSerial(ticket: Ticket): Buffer {
  return createHash('sha256').update(Buffer.from(ticket.prepared, 'base64url')).digest();
}

/** Whether the holder of the ticket's key made this cast, as it stands, for this survey. */
export function verifyCastProof(surveyId: string, cast: CastRequest): boolean {
  const { ticket, revision, ballot, copy, proof } = cast;
  const digests = [ballot, copy].map((part) => createHash('sha256').update(Buffer.from(part, 'base64url')).digest());
  return verifyProof(ticket, castMessage(surveyId, ticketSerial(ticket), revision, digests), proof);
}

export function verifyOwnCopyProof(surveyId: string, { ticket, proof }: OwnCopyRequest): boolean {
  return verifyProof(ticket, ownCopyMessage(surveyId, ticketSerial(ticket)), proof);
}

function verifyProof(ticket: Ticket, message: Uint8Array, proof: string): boolean {
  const point = Buffer.from(ticket.prepared, 'base64url').subarray(PREFIX_BYTES);
  try {
    const key = createPublicKey({ key: Buffer.concat([P256_SPKI, point]), format: 'der', type: 'spki' });
    return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(proof, 'base64url'));
  } catch {
    // A point that is not on the curve: nobody can have signed with it.
    return false;
  }
}

function badBlindedMessage(size: number): DomainError {
  return new DomainError(
    'invalid',
    'blinded-message',
    '回答券の要求の形式が正しくありません。ページを再読み込みしてやり直してください。',
    `A ticket request must hold ${size} bytes below the modulus, as base64url. Reload the page.`,
    { field: 'blinded' },
  );
}

function signingFault(): DomainError {
  return new DomainError(
    'unavailable',
    'ticket-signing-fault',
    '回答券の署名に失敗しました。もう一度お試しください。続くときはサーバーの故障が疑われます。',
    'Signing failed its own check, and nothing was given out. Try again; if it persists, suspect the hardware.',
  );
}
