import { Inject, Injectable } from '@nestjs/common';
import { decryptPrivateKey, encryptPrivateKey } from '#ballot/server';
import { combineKeyShares, keyShareDigest, makeTallyKey, openForWorker, readKeyShare } from '#ballot/custody';
import { TallyCustodyRepository, type SealedShare, type TallyKeyRow } from '#database';
import { DomainError, type KeySharePurpose } from '#survey-model';
import { HELD_KEY_KEY } from '../tokens.js';
import { WorkerKeysService } from './worker-keys.service.js';

/** The key that opens a box: held by the worker for the demo and for trials, put together from the custodians' shares otherwise. */
@Injectable()
export class TallyKeyService {
  constructor(
    private readonly custody: TallyCustodyRepository,
    private readonly worker: WorkerKeysService,
    @Inject(HELD_KEY_KEY) private readonly heldKeyKey: Buffer,
  ) {}

  /** The survey's public key; makes one that the worker holds where custody says so. @throws DomainError "tally-key-missing" */
  async announceable(surveyId: string, custody: TallyKeyRow['custody']): Promise<TallyKeyRow> {
    if (custody === 'worker') {
      const { publicKey, privateKey } = await makeTallyKey();
      const encrypted = encryptPrivateKey(privateKey, this.heldKeyKey, surveyId);
      await this.custody.insertWorkerHeldKey(surveyId, publicKey, encrypted);
    }
    return this.requireKey(surveyId);
  }

  /**
   * The private key, base64url; null while fewer custodians than needed have handed in shares that are right. Anybody may hand one in, so
   * those that are not of this key are thrown away, and the others wait on. Enough of them are taken out for good before they are used:
   * after a crash they must be handed in again.
   * @throws DomainError "tally-key-missing", "key-shares-mismatch"
   */
  async takePrivateKey(surveyId: string, purpose: KeySharePurpose): Promise<string | null> {
    const key = await this.requireKey(surveyId);
    if (key.custody === 'worker') return this.heldKey(surveyId);
    const sealed = await this.custody.findShares(surveyId, purpose);
    const opened = await Promise.all(sealed.map((share) => this.openShare(`${surveyId} ${purpose}`, share, key)));
    const wrong = sealed.filter((_, at) => opened[at] === null);
    if (wrong.length > 0) await this.custody.deleteShares(surveyId, purpose, wrong);
    const texts = opened.filter((text) => text !== null);
    if (texts.length < (key.threshold ?? Infinity)) return null;
    await this.custody.deleteShares(surveyId, purpose, sealed);
    return combineKeyShares(texts);
  }

  /** The share as it was printed; null when it is not the one of this number, or cannot be read. */
  private async openShare(context: string, { index, sealed }: SealedShare, key: TallyKeyRow): Promise<string | null> {
    try {
      const { text } = readKeyShare(await openForWorker(await this.worker.sealingPrivateKey(), context, sealed));
      return (await keyShareDigest(text)) === key.shareDigests?.[index - 1] ? text : null;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  private async heldKey(surveyId: string): Promise<string> {
    const encrypted = await this.custody.findWorkerHeldKey(surveyId);
    if (encrypted === null) throw keyMissing(surveyId);
    return decryptPrivateKey(encrypted, this.heldKeyKey, surveyId);
  }

  private async requireKey(surveyId: string): Promise<TallyKeyRow> {
    const key = await this.custody.findTallyKey(surveyId);
    if (!key) throw keyMissing(surveyId);
    return key;
  }
}

function keyMissing(surveyId: string): DomainError {
  return new DomainError(
    'conflict',
    'tally-key-missing',
    `調査 ${surveyId} の開票の鍵がありません。廃棄済みか、登録されていません。`,
    `Survey ${surveyId} has no tally key: it was destroyed, or never registered.`,
  );
}
