import type { BallotContent } from '#survey-model';
import { fromBase64Url, toBase64Url } from './base64url.js';
import { joinBytes, sha256, utf8 } from './bytes.js';
import { sealOwnCopy } from './recovery-encryption.js';
import { sealBallot } from './sealed-ballot.js';
import { ballotSerial, type OwnTicket, type Ticket } from './ticket.js';

/** What the browser hands to the collector. All byte values base64url. */
export interface CastRequest {
  readonly ticket: Ticket;
  /** From 1; the highest of a ticket counts. */
  readonly revision: number;
  /** 16,384 bytes. */
  readonly ballot: string;
  /** 16,384 bytes. */
  readonly copy: string;
  /** By the ticket's own key, over everything above. */
  readonly proof: string;
}

export interface NewCast {
  readonly surveyId: string;
  readonly own: OwnTicket;
  readonly recoveryCode: string;
  /** Uncompressed P-256 point, base64. */
  readonly tallyPublicKey: string;
  readonly revision: number;
  readonly content: BallotContent;
}

/** Asks for the own copy. */
export interface OwnCopyRequest {
  readonly ticket: Ticket;
  readonly proof: string;
}

/** Seals, copies and signs one version of the answers. @throws DomainError "ballot-too-large", "recovery-code-wrong" */
export async function makeCast(cast: NewCast): Promise<CastRequest> {
  const { surveyId, own, recoveryCode, tallyPublicKey, revision, content } = cast;
  const serial = await ballotSerial(own.ticket.prepared);
  const ballot = toBase64Url(await sealBallot(tallyPublicKey, surveyId, serial, content));
  const copy = await sealOwnCopy(recoveryCode, surveyId, { content, revision });
  const digests = await Promise.all([ballot, copy].map((part) => sha256(fromBase64Url(part))));
  const proof = await sign(own, castMessage(surveyId, serial, revision, digests));
  return { ticket: own.ticket, revision, ballot, copy, proof };
}

export async function makeOwnCopyRequest(surveyId: string, own: OwnTicket): Promise<OwnCopyRequest> {
  const serial = await ballotSerial(own.ticket.prepared);
  return { ticket: own.ticket, proof: await sign(own, ownCopyMessage(surveyId, serial)) };
}

/** The bytes that a cast's proof signs. Every part has one length but the survey, which ends with a zero byte. */
export function castMessage(
  surveyId: string,
  serial: Uint8Array,
  revision: number,
  digests: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const number = new Uint8Array(4);
  new DataView(number.buffer).setUint32(0, revision);
  return joinBytes(utf8(`nobinobi cast v1\0${surveyId}\0`), serial, number, ...digests);
}

export function ownCopyMessage(surveyId: string, serial: Uint8Array): Uint8Array<ArrayBuffer> {
  return joinBytes(utf8(`nobinobi own copy v1\0${surveyId}\0`), serial);
}

async function sign({ keys }: OwnTicket, message: Uint8Array<ArrayBuffer>): Promise<string> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('pkcs8', fromBase64Url(keys.privateKey), curve, false, ['sign']);
  return toBase64Url(new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, message)));
}
