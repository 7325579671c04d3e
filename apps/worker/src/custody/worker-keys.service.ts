import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { workerSealingKeys } from '#ballot/custody';
import type { TallyConfig } from '#config';
import { TallyCustodyRepository } from '#database';

/** PKCS #8 of an Ed25519 private key, up to its 32 bytes (RFC 8410). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The tally process's own keys, made from its key file. Only the public parts leave the process. */
@Injectable()
export class WorkerKeysService implements OnApplicationBootstrap {
  private readonly signingKey: KeyObject;
  private readonly sealing: ReturnType<typeof workerSealingKeys>;

  constructor(
    private readonly custody: TallyCustodyRepository,
    config: Pick<TallyConfig, 'sealingSeed' | 'signingSeed'>,
  ) {
    const der = Buffer.concat([ED25519_PKCS8, config.signingSeed]);
    this.signingKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    this.sealing = workerSealingKeys(config.sealingSeed);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { publicKey } = await this.sealing;
    const signing = createPublicKey(this.signingKey).export({ type: 'spki', format: 'der' });
    await this.custody.publishWorkerKeys({ publicKey, signingPublicKey: signing.toString('base64') });
  }

  /** Opens what was sealed to the worker. */
  async sealingPrivateKey(): Promise<string> {
    return (await this.sealing).privateKey;
  }

  /** Ed25519 over the text, base64url. */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.signingKey).toString('base64url');
  }
}
