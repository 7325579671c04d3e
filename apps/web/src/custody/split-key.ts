import { keyFingerprint } from '#ballot';
import { keyShareDigest, makeTallyKey, splitTallyKey, type KeyShare } from '#ballot/custody';
import type { TallyKey } from '../api-client/types.js';

/** A tally key as it leaves this function: the private part exists only in its shares. */
export interface SplitKey {
  readonly shares: readonly KeyShare[];
  readonly threshold: number;
  readonly fingerprint: string;
  /** What the server may know. */
  readonly publicPart: TallyKey;
}

/** Makes and splits a key in this browser. @throws DomainError "custody-size" */
export async function makeSplitKey(count: number, threshold: number): Promise<SplitKey> {
  const { publicKey, privateKey } = await makeTallyKey();
  const shares = await splitTallyKey(privateKey, count, threshold);
  const shareDigests = await Promise.all(shares.map(({ text }) => keyShareDigest(text)));
  return {
    shares,
    threshold,
    fingerprint: await keyFingerprint(publicKey),
    publicPart: { publicKey, shares: count, threshold, shareDigests },
  };
}
