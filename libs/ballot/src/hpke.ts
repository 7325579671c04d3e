import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64, fromBase64Url, toBase64Url } from './base64url.js';
import { joinBytes, owned } from './bytes.js';

/** RFC 9180, base mode, all of it on WebCrypto. */
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });

/** An uncompressed P-256 point. */
const ENCAPSULATED_BYTES = 65;
const TAG_BYTES = 16;
/** By how much sealing makes a message longer. */
export const HPKE_OVERHEAD = ENCAPSULATED_BYTES + TAG_BYTES;

/** A key pair for sealing: whoever has the public part can seal, only the private part opens. */
export interface SealingKeyPair {
  /** Uncompressed P-256 point, 65 bytes, base64. */
  readonly publicKey: string;
  /** The scalar, 32 bytes, base64url. */
  readonly privateKey: string;
}

/** A private key, parsed once to open many. */
export type OpeningKey = Awaited<ReturnType<typeof importOpeningKey>>;

export async function makeSealingKeyPair(): Promise<SealingKeyPair> {
  return serialize(await suite.kem.generateKeyPair());
}

async function serialize(pair: Awaited<ReturnType<typeof suite.kem.generateKeyPair>>): Promise<SealingKeyPair> {
  const publicKey = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  const privateKey = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
  return { publicKey: btoa(String.fromCharCode(...publicKey)), privateKey: toBase64Url(privateKey) };
}

/** The same pair from the same seed (DeriveKeyPair of RFC 9180). @param seed at least 32 random bytes */
export async function deriveSealingKeyPair(seed: Uint8Array): Promise<SealingKeyPair> {
  return serialize(await suite.kem.deriveKeyPair(owned(seed).buffer));
}

export async function importOpeningKey(privateKey: string) {
  return suite.kem.deserializePrivateKey(fromBase64Url(privateKey));
}

/** @returns encapsulated key, ciphertext and tag: the message's length and `HPKE_OVERHEAD` */
export async function seal(
  publicKey: string,
  plain: Uint8Array<ArrayBuffer>,
  context: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64(publicKey));
  const sealed = await suite.seal({ recipientPublicKey }, plain, context);
  return joinBytes(new Uint8Array(sealed.enc), new Uint8Array(sealed.ct));
}

/** @throws whatever the library throws when key, message and context do not belong together */
export async function open(
  key: OpeningKey,
  sealed: Uint8Array,
  context: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const enc = owned(sealed.subarray(0, ENCAPSULATED_BYTES));
  return new Uint8Array(
    await suite.open({ recipientKey: key, enc }, owned(sealed.subarray(ENCAPSULATED_BYTES)), context),
  );
}
