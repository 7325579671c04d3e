import type { Custody } from '#survey-model';

/** Public part of the key that opens a survey's box, and how it is held. */
export interface TallyKeyRow {
  readonly custody: Custody;
  /** Uncompressed P-256 point, base64. */
  readonly publicKey: string;
  /** Of custodians: how many hold a share, and how many of them it takes. */
  readonly shares: number | null;
  readonly threshold: number | null;
  /** SHA-256 of each share in the order of their numbers, hexadecimal. */
  readonly shareDigests: readonly string[] | null;
  readonly testedAt: Date | null;
}

export const TALLY_KEY_COLUMNS = `custody, public_key AS "publicKey", shares, threshold, share_digests AS "shareDigests",
  tested_at AS "testedAt"`;

/** Public parts of the tally process's own keys. */
export interface WorkerPublicKeys {
  /** Shares are sealed to it: P-256 point, base64. */
  readonly publicKey: string;
  /** Verifies destruction records: Ed25519 SubjectPublicKeyInfo, base64. */
  readonly signingPublicKey: string;
}

/** A test ballot that only the custodians' key opens. */
export interface KeyChallenge {
  readonly nonce: string;
  /** `sealBallot` under a serial of 32 zero bytes; base64url. */
  readonly sealed: string;
}
