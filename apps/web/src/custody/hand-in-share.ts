import { keyShareDigest, readKeyShare, sealForWorker } from '#ballot/custody';
import type { KeySharePurpose } from '#survey-model';
import { submitKeyShare } from '../api-client/custody.js';
import type { Custody } from '../api-client/types.js';

/** The share is well written and yet of no use here. */
export class ShareRefusal extends Error {
  constructor(
    readonly reason: 'foreign' | 'already',
    readonly index: number,
  ) {
    super(`key share ${index}: ${reason}`);
    this.name = 'ShareRefusal';
  }
}

/**
 * Checks what a custodian typed against the published digests, seals it to the worker, and hands it in.
 * @returns the number of the share
 * @throws DomainError "key-share-wrong", ShareRefusal, ApiProblem
 */
export async function handInShare(
  surveyId: string,
  custody: Custody,
  purpose: KeySharePurpose,
  typed: string,
): Promise<number> {
  const { index, text } = readKeyShare(typed);
  if ((await keyShareDigest(text)) !== custody.shareDigests[index - 1]) throw new ShareRefusal('foreign', index);
  const waiting = custody.submitted[purpose].length < (custody.threshold ?? 0);
  // With enough of them in, and still asked for, the last attempt failed: the same share may start another.
  if (waiting && custody.submitted[purpose].includes(index)) throw new ShareRefusal('already', index);
  const sealed = await sealForWorker(custody.workerPublicKey ?? '', `${surveyId} ${purpose}`, text);
  await submitKeyShare(surveyId, purpose, index, sealed);
  return index;
}
