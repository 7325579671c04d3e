import { DomainError } from '#survey-model';
import { combine, split } from 'shamir-secret-sharing';
import { fromPrintedText, toPrintedText } from './base32.js';
import { fromBase64Url, toBase64Url } from './base64url.js';
import { compareBytes, joinBytes, owned, sha256, utf8 } from './bytes.js';
import {
  deriveSealingKeyPair,
  importOpeningKey,
  makeSealingKeyPair,
  open,
  seal,
  type OpeningKey,
  type SealingKeyPair,
} from './hpke.js';

const KEY_BYTES = 32;
const CHECKSUM_BYTES = 4;
/** Number of the share, the shared bytes, and the x of the polynomial that the library appends. */
const SHARE_BYTES = 1 + KEY_BYTES + CHECKSUM_BYTES + 1;
export const MOST_SHARES = 10;

/** One custodian's part of a survey's private tally key, as it is printed. */
export interface KeyShare {
  /** From 1. */
  readonly index: number;
  readonly text: string;
}

/** A fresh key pair to which ballots are sealed. The private part must never reach a server whole. */
export const makeTallyKey = (): Promise<SealingKeyPair> => makeSealingKeyPair();

/** The worker's own key pair, to which shares are sealed: the same from the same seed of 32 bytes. */
export const workerSealingKeys = (seed: Uint8Array): Promise<SealingKeyPair> => deriveSealingKeyPair(seed);

/**
 * Splits the private tally key by Shamir's scheme: any `threshold` shares give it back, fewer tell nothing of it.
 * @throws DomainError "custody-size" unless 2 <= threshold <= shares <= 10
 */
export async function splitTallyKey(privateKey: string, shares: number, threshold: number): Promise<KeyShare[]> {
  const whole = Number.isInteger(shares) && Number.isInteger(threshold);
  if (!whole || threshold < 2 || threshold > shares || shares > MOST_SHARES) throw wrongSize();
  const key = fromBase64Url(privateKey);
  const parts = await split(joinBytes(key, await checksum(key)), shares, threshold);
  return parts.map((part, at) => ({
    index: at + 1,
    text: toPrintedText(joinBytes(new Uint8Array([at + 1]), part), 4),
  }));
}

/** What a custodian typed, as it was printed. @throws DomainError "key-share-wrong" */
export function readKeyShare(text: string): KeyShare {
  const bytes = shareBytes(text);
  return { index: bytes[0] ?? 0, text: toPrintedText(bytes, 4) };
}

/**
 * The private tally key. @throws DomainError "key-share-wrong"; "key-shares-mismatch" when they are too few, one stands twice, or they are
 * of different keys
 */
export async function combineKeyShares(texts: readonly string[]): Promise<string> {
  const parts = texts.map((text) => shareBytes(text).subarray(1));
  const whole = await combine(parts.map(owned)).catch(() => {
    throw sharesMismatch();
  });
  const key = owned(whole.subarray(0, KEY_BYTES));
  if (compareBytes(await checksum(key), whole.subarray(KEY_BYTES)) !== 0) throw sharesMismatch();
  return toBase64Url(key);
}

/** SHA-256 of a share, hexadecimal: published so that a wrong sheet is found at once. A share has far too many bits to be guessed. */
export async function keyShareDigest(text: string): Promise<string> {
  const digest = await sha256(joinBytes(utf8('nobinobi key share v1 '), shareBytes(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Seals a text to the worker's own key, so that it passes browser, api, database and backups unread.
 * @param context what it is for; opening asks for the same
 */
export async function sealForWorker(workerPublicKey: string, context: string, text: string): Promise<string> {
  return toBase64Url(await seal(workerPublicKey, utf8(text), utf8(`nobinobi custody v1 ${context}`)));
}

/** @throws DomainError "custody-seal-broken" */
export async function openForWorker(
  workerPrivateKey: string | OpeningKey,
  context: string,
  sealed: string,
): Promise<string> {
  const key = typeof workerPrivateKey === 'string' ? await importOpeningKey(workerPrivateKey) : workerPrivateKey;
  const plain = await open(key, fromBase64Url(sealed), utf8(`nobinobi custody v1 ${context}`)).catch(() => {
    throw new DomainError(
      'invalid',
      'custody-seal-broken',
      '鍵の分割片の封を開けられません。集計の鍵が替わっています。分割片を入力し直してください。',
      "The seal of a key share cannot be opened: the worker's key has changed. Enter the share again.",
    );
  });
  return new TextDecoder().decode(plain);
}

function shareBytes(text: string): Uint8Array<ArrayBuffer> {
  const read = fromPrintedText(text, SHARE_BYTES);
  if (typeof read !== 'string') return read;
  throw new DomainError(
    'invalid',
    'key-share-wrong',
    '鍵の分割片が正しくありません。シートの文字をもう一度確かめてください。',
    'The key share is not right. Check the characters on the sheet.',
    { field: read },
  );
}

async function checksum(key: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return (await sha256(key)).subarray(0, CHECKSUM_BYTES);
}

function wrongSize(): DomainError {
  return new DomainError(
    'invalid',
    'custody-size',
    `立会人は2人から${MOST_SHARES}人、開けるのに要る人数は2人以上、立会人の人数以下にしてください。`,
    `There must be 2 to ${MOST_SHARES} custodians, of whom at least 2 and at most all are needed to open.`,
  );
}

function sharesMismatch(): DomainError {
  return new DomainError(
    'conflict',
    'key-shares-mismatch',
    '分割片から鍵を戻せません。人数が足りないか、別の調査の分割片が混ざっています。',
    'The shares do not give a key: too few, one twice, or of another survey.',
  );
}
