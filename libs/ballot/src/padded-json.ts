import { DomainError } from '#survey-model';

const LENGTH_BYTES = 4;

/**
 * A value as bytes of constant size: 4 bytes of length (big-endian), JSON in UTF-8, zeros.
 * @throws DomainError "ballot-too-large" when it does not fit
 */
export function packJson(value: unknown, size: number): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const room = size - LENGTH_BYTES;
  if (json.length > room) {
    throw new DomainError(
      'invalid',
      'ballot-too-large',
      `回答が長すぎて送れません(${json.length.toLocaleString('en')}バイト、上限${room.toLocaleString('en')}バイト)。自由記述を短くしてください。`,
      `The answers are too long (${json.length} bytes, at most ${room}). Shorten the free text.`,
    );
  }
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, LENGTH_BYTES);
  return bytes;
}

/**
 * The inverse. What comes out was written by a stranger: check it before use.
 * @throws DomainError "ballot-unreadable" on wrong padding, broken UTF-8 or broken JSON; it never quotes the content
 */
export function unpackJson(bytes: Uint8Array): unknown {
  if (bytes.length < LENGTH_BYTES) throw ballotUnreadable('size');
  const end = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (end > bytes.length) throw ballotUnreadable('length');
  if (bytes.subarray(end).some((byte) => byte !== 0)) throw ballotUnreadable('padding');
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(LENGTH_BYTES, end)),
    );
  } catch {
    // The cause is dropped: a JSON error quotes the text it stumbled over, and that is somebody's answer.
    throw ballotUnreadable('content');
  }
}

export function ballotUnreadable(part: 'size' | 'length' | 'padding' | 'content' | 'seal'): DomainError {
  return new DomainError(
    'invalid',
    'ballot-unreadable',
    'この回答は形式が壊れているため、集計できません。',
    'This ballot is damaged and cannot be counted.',
    { field: part },
  );
}
