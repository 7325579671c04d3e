import type { BallotContent } from '#survey-model';
import { joinBytes, utf8 } from './bytes.js';
import { HPKE_OVERHEAD, importOpeningKey, open, seal, type OpeningKey } from './hpke.js';
import { ballotUnreadable, packJson, unpackJson } from './padded-json.js';

/** Every ballot travels and rests at this size, so that its length says nothing about the answers in it. */
export const SEALED_BALLOT_BYTES = 16_384;

/** A survey's private tally key, ready to open many ballots. */
export type TallyPrivateKey = OpeningKey;

/** @param privateKey of `makeTallyKey`, base64url */
export const importTallyKey = (privateKey: string): Promise<TallyPrivateKey> => importOpeningKey(privateKey);

/**
 * Seals the answers to the survey's tally key (HPKE, RFC 9180). Survey and serial are bound in: a sealed ballot that is copied under
 * another ticket, or into another survey, does not open.
 * @param tallyPublicKey uncompressed P-256 point, base64
 * @returns 16,384 bytes
 * @throws DomainError "ballot-too-large"
 */
export function sealBallot(
  tallyPublicKey: string,
  surveyId: string,
  serial: Uint8Array,
  content: BallotContent,
): Promise<Uint8Array<ArrayBuffer>> {
  return seal(tallyPublicKey, packJson(content, SEALED_BALLOT_BYTES - HPKE_OVERHEAD), contextOf(surveyId, serial));
}

/**
 * The inverse. What comes out was written by a stranger: pass it through `validateBallotContent` before use.
 * @throws DomainError "ballot-unreadable" when size, key, survey, serial or content are not right
 */
export async function openBallot(
  key: TallyPrivateKey,
  surveyId: string,
  serial: Uint8Array,
  sealed: Uint8Array,
): Promise<unknown> {
  if (sealed.length !== SEALED_BALLOT_BYTES) throw ballotUnreadable('size');
  const plain = await open(key, sealed, contextOf(surveyId, serial)).catch(() => {
    throw ballotUnreadable('seal');
  });
  return unpackJson(plain);
}

function contextOf(surveyId: string, serial: Uint8Array): Uint8Array<ArrayBuffer> {
  return joinBytes(utf8(`nobinobi ballot v1 ${surveyId} `), serial);
}
