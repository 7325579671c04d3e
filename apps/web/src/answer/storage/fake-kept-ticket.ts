import { makeRecoveryCode, toBase64Url, type OwnTicket } from '#ballot';
import type { KeptTicket } from './answer-record.js';

/** For specs: a ticket with a real key pair, and bytes in place of a signature that only a server could give. */
export async function fakeKeptTicket(): Promise<KeptTicket & { readonly own: OwnTicket }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const read = async (format: 'spki' | 'pkcs8', key: CryptoKey): Promise<string> =>
    toBase64Url(new Uint8Array(await crypto.subtle.exportKey(format, key)));
  const keys = { publicKey: await read('spki', pair.publicKey), privateKey: await read('pkcs8', pair.privateKey) };
  const bytes = (length: number): string => toBase64Url(crypto.getRandomValues(new Uint8Array(length)));
  const prepared = bytes(123);
  const pending = { scheme: 's', keys, prepared, inverse: bytes(384), blinded: bytes(384) };
  const own = { keys, ticket: { scheme: 's', prepared, signature: bytes(384) } };
  return { recoveryCode: makeRecoveryCode(), pending, own };
}
