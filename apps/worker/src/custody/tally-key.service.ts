import { Inject, Injectable } from '@nestjs/common';
import { decryptPrivateKey, encryptPrivateKey } from '#ballot/server';
import { combineKeyShares, makeTallyKey, openForWorker } from '#ballot/custody';
import { TallyCustodyRepository, type TallyKeyRow } from '#database';
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
   * The private key, base64url; null while fewer custodians than needed have handed in their shares. Shares are taken out for good before
   * they are used: after a crash they must be handed in again.
   * @throws DomainError "tally-key-missing", "key-shares-mismatch", "custody-seal-broken"
   */
  async takePrivateKey(surveyId: string, purpose: KeySharePurpose): Promise<string | null> {
    const { custody, threshold } = await this.requireKey(surveyId);
    if (custody === 'worker') return this.heldKey(surveyId);
    if ((await this.custody.countShares(surveyId, purpose)) < (threshold ?? Infinity)) return null;
    const sealed = await this.custody.takeShares(surveyId, purpose);
    const workerKey = await this.worker.sealingPrivateKey();
    const shares = await Promise.all(sealed.map((each) => openForWorker(workerKey, `${surveyId} ${purpose}`, each)));
    return combineKeyShares(shares);
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
