import { DomainError, type BallotContent } from '#survey-model';
import { fromBase64Url, toBase64Url } from './base64url.js';
import { joinBytes, owned, utf8 } from './bytes.js';
import { packJson, unpackJson } from './padded-json.js';
import { recoverySecret } from './recovery-code.js';
import type { PendingTicket } from './ticket.js';

/** Every own copy travels and rests at this size. */
export const COPY_BYTES = 16_384;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** A pending ticket is a little under 2 KiB; the exact figure must not depend on it. */
const ESCROW_BYTES = 4096;

/** What the own copy gives back. */
export interface OwnCopy {
  readonly content: BallotContent;
  readonly revision: number;
}

/**
 * The pending ticket under the recovery code, for the identified side to keep: useless to whoever has not the code, and enough for the
 * person to go on from another device.
 * @returns 4,096 bytes, base64url
 */
export async function sealEscrow(code: string, surveyId: string, pending: PendingTicket): Promise<string> {
  return encrypt(code, surveyId, 'escrow', packJson(pending, ESCROW_BYTES - IV_BYTES - TAG_BYTES));
}

/** @throws DomainError "recovery-code-wrong", "recovery-code-mismatch" when the code is another person's or another survey's */
export async function openEscrow(code: string, surveyId: string, escrow: string): Promise<PendingTicket> {
  return unpackJson(await decrypt(code, surveyId, 'escrow', escrow)) as PendingTicket;
}

/** The answers under the recovery code, for their author to correct later. @returns 16,384 bytes, base64url */
export async function sealOwnCopy(code: string, surveyId: string, copy: OwnCopy): Promise<string> {
  return encrypt(code, surveyId, 'copy', packJson(copy, COPY_BYTES - IV_BYTES - TAG_BYTES));
}

/** @throws DomainError as `openEscrow` */
export async function openOwnCopy(code: string, surveyId: string, copy: string): Promise<OwnCopy> {
  return unpackJson(await decrypt(code, surveyId, 'copy', copy)) as OwnCopy;
}

type Purpose = 'escrow' | 'copy';

async function encrypt(
  code: string,
  surveyId: string,
  purpose: Purpose,
  plain: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await keyOf(code, surveyId, purpose);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  return toBase64Url(joinBytes(iv, new Uint8Array(sealed)));
}

async function decrypt(
  code: string,
  surveyId: string,
  purpose: Purpose,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = fromBase64Url(text);
  const key = await keyOf(code, surveyId, purpose);
  const algorithm = { name: 'AES-GCM', iv: owned(sealed.subarray(0, IV_BYTES)) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, owned(sealed.subarray(IV_BYTES))));
  } catch {
    throw new DomainError(
      'forbidden',
      'recovery-code-mismatch',
      'この控えは、この調査であなたが受け取ったものではありません。別の調査の控えでないか確かめてください。',
      'This recovery code does not open what was kept for you in this survey. Check that it is not from another survey.',
    );
  }
}

/** One key a purpose and a survey: HKDF-SHA-256 (RFC 5869) of the code's 128 bits. */
async function keyOf(code: string, surveyId: string, purpose: Purpose) {
  const secret = await crypto.subtle.importKey('raw', recoverySecret(code), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: utf8(surveyId), info: utf8(`nobinobi ${purpose} v1`) };
  return crypto.subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
