import { DomainError, type BallotContent } from '#survey-model';

/** Every ballot travels and rests at this size, so that its length says nothing about the answers in it. */
export const SEALED_BALLOT_BYTES = 16_384;
const LENGTH_BYTES = 4;

/**
 * The answers as bytes of constant size: 4 bytes of length (big-endian), JSON in UTF-8, zeros.
 * @throws DomainError "ballot-too-large" when the answers do not fit
 */
export function packBallot(content: BallotContent): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(content));
  const room = SEALED_BALLOT_BYTES - LENGTH_BYTES;
  if (json.length > room) {
    throw new DomainError(
      'invalid',
      'ballot-too-large',
      `回答が長すぎて送れません(${json.length.toLocaleString('en')}バイト、上限${room.toLocaleString('en')}バイト)。自由記述を短くしてください。`,
      `The answers are too long (${json.length} bytes, at most ${room}). Shorten the free text.`,
    );
  }
  const bytes = new Uint8Array(SEALED_BALLOT_BYTES);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, LENGTH_BYTES);
  return bytes;
}

/**
 * The inverse of `packBallot`. What comes out was written by a stranger: pass it through `validateBallotContent` before use.
 * @throws DomainError "ballot-unreadable" on wrong size, wrong padding, broken UTF-8 or broken JSON
 */
export function unpackBallot(bytes: Uint8Array): unknown {
  if (bytes.length !== SEALED_BALLOT_BYTES) throw unreadable('size');
  const end = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (end > bytes.length) throw unreadable('length');
  if (bytes.subarray(end).some((byte) => byte !== 0)) throw unreadable('padding');
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(LENGTH_BYTES, end)),
    );
  } catch {
    // The cause is dropped: a JSON error quotes the text it stumbled over, and that is somebody's answer.
    throw unreadable('content');
  }
}

function unreadable(part: 'size' | 'length' | 'padding' | 'content'): DomainError {
  return new DomainError(
    'invalid',
    'ballot-unreadable',
    'この回答は形式が壊れているため、集計できません。',
    'This ballot is damaged and cannot be counted.',
    { field: part },
  );
}
