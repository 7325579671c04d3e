import { DomainError } from '#survey-model';
import { constants, createHash, createPublicKey, generateKeyPair, KeyObject, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { TICKET_KEY_BITS, TICKET_MESSAGE_BYTES, TICKET_SALT_BYTES, TICKET_SCHEME, type Ticket } from './ticket.js';

/** A message longer than this is no ticket of any scheme foreseen. */
const MAX_MESSAGE_BYTES = 256;
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: TICKET_SALT_BYTES };

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
 * Signs a ticket's message. Signing the same message twice gives two different, equally good signatures (the salt is random): a
 * caller that must be idempotent stores the first.
 * @param privateKey PKCS #8 in PEM
 * @param message the bytes of the prepared message
 * @returns the signature, base64url
 * @throws DomainError "ticket-message-size" when the message is not 32 to 256 bytes long
 */
export function signTicket(privateKey: string, message: Uint8Array): string {
  if (message.length < TICKET_MESSAGE_BYTES || message.length > MAX_MESSAGE_BYTES) {
    throw new DomainError(
      'invalid',
      'ticket-message-size',
      `回答券の要求は${TICKET_MESSAGE_BYTES}から${MAX_MESSAGE_BYTES}バイトでなければなりません。ページを再読み込みしてください。`,
      `A ticket request must hold ${TICKET_MESSAGE_BYTES} to ${MAX_MESSAGE_BYTES} bytes. Reload the page.`,
    );
  }
  return sign('sha384', message, { key: privateKey, ...PSS }).toString('base64url');
}

/** Parses a ticket key once, for a caller that verifies many tickets. @throws Error when it is not an RSA key in DER */
export function openTicketKey(publicKeySpki: string): KeyObject {
  return createPublicKey({ key: Buffer.from(publicKeySpki, 'base64'), format: 'der', type: 'spki' });
}

/** Whether the ticket was signed by this survey's key. Anything malformed is merely not genuine. */
export function verifyTicket(publicKey: string | KeyObject, ticket: Ticket): boolean {
  if (ticket.scheme !== TICKET_SCHEME) return false;
  const message = Buffer.from(ticket.message, 'base64url');
  if (message.length < TICKET_MESSAGE_BYTES || message.length > MAX_MESSAGE_BYTES) return false;
  const key = typeof publicKey === 'string' ? openTicketKey(publicKey) : publicKey;
  return verify('sha384', message, { key, ...PSS }, Buffer.from(ticket.signature, 'base64url'));
}

/** `ballotSerial` without the detour through WebCrypto's thread, which costs as much as verifying the ticket. */
export function ticketSerial(ticket: Ticket): Buffer {
  return createHash('sha256').update(Buffer.from(ticket.message, 'base64url')).digest();
}
