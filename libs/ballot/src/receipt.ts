import { readPrintedText, toPrintedText } from './base32.js';
import { fromBase64Url } from './base64url.js';
import { compareBytes, joinBytes, owned, sha256 } from './bytes.js';
import type { CastRequest } from './cast.js';
import { ballotSerial } from './ticket.js';

const LEAF_BYTES = 32;
/** RFC 6962, section 2.1: leaf and node hashes can never be taken for each other. */
const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

/** What is published of one ballot: H(0 ‖ serial ‖ H(ballot)), 32 bytes. Says neither who nor what. */
export async function ballotLeaf(serial: Uint8Array, sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(joinBytes(LEAF, serial, await sha256(owned(sealed))));
}

/** Merkle tree hash (RFC 6962) over the leaves in the order of their bytes; of no leaves, the hash of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  return treeHash(leaves.map(owned).sort(compareBytes));
}

async function treeHash(leaves: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = leaves;
  if (!first) return sha256(new Uint8Array());
  if (leaves.length === 1) return first;
  const split = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  const [left, right] = await Promise.all([treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split))]);
  return sha256(joinBytes(NODE, left, right));
}

/** 受領証: the leaf of a cast as text. Proves that this ballot is in the box, never what it says. */
export async function makeReceipt(cast: CastRequest): Promise<string> {
  const serial = await ballotSerial(cast.ticket.prepared);
  return toPrintedText(await ballotLeaf(serial, fromBase64Url(cast.ballot)), 4);
}

/** The leaf that a receipt names. @throws DomainError "receipt-wrong" */
export function readReceipt(text: string): Uint8Array<ArrayBuffer> {
  return readPrintedText(
    text,
    LEAF_BYTES,
    'receipt-wrong',
    '受領証の番号が正しくありません。',
    'The receipt is not right:',
  );
}

/** Cuts the published list into its leaves. Bytes that make no whole leaf are dropped, and the root will not match. */
export function splitLeaves(list: Uint8Array): Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: Math.floor(list.length / LEAF_BYTES) }, (_, at) =>
    owned(list.subarray(at * LEAF_BYTES, (at + 1) * LEAF_BYTES)),
  );
}

/** Whether a leaf is in the published list. @param list leaves of 32 bytes, one after the other */
export function findReceipt(list: Uint8Array, leaf: Uint8Array): boolean {
  return splitLeaves(list).some((each) => compareBytes(each, leaf) === 0);
}
