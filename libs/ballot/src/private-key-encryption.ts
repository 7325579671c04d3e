import { DomainError } from '#survey-model';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 'v1';
const KEY_BYTES = 32;

/**
 * A survey's private key as it may be stored: AES-256-GCM under the key file, bound to its survey, so that a stored key cannot be
 * moved to another survey's row.
 * @param keyFile 32 random bytes kept outside the database
 * @returns "v1.iv.tag.ciphertext", base64url
 * @throws DomainError "key-file-size"
 */
export function encryptPrivateKey(privateKey: string, keyFile: Uint8Array, surveyId: string): string {
  requireKeyBytes(keyFile);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFile, iv).setAAD(Buffer.from(surveyId));
  const sealed = Buffer.concat([cipher.update(privateKey, 'utf8'), cipher.final()]);
  return [VERSION, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/** @throws DomainError "key-file-size", or "private-key-unreadable" when key file, survey or stored text do not belong together */
export function decryptPrivateKey(stored: string, keyFile: Uint8Array, surveyId: string): string {
  requireKeyBytes(keyFile);
  const [version, ...parts] = stored.split('.');
  const [iv, tag, sealed] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || parts.length !== 3 || !iv || !tag || !sealed || tag.length !== 16) throw unreadable();
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFile, iv, { authTagLength: 16 })
      .setAAD(Buffer.from(surveyId))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    throw unreadable();
  }
}

function requireKeyBytes(keyFile: Uint8Array): void {
  if (keyFile.length === KEY_BYTES) return;
  throw new DomainError(
    'unavailable',
    'key-file-size',
    `鍵ファイルは${KEY_BYTES}バイトでなければなりません(現在${keyFile.length}バイト)。バックアップから戻してください。`,
    `The key file must hold ${KEY_BYTES} bytes, not ${keyFile.length}. Restore it from a backup.`,
  );
}

function unreadable(): DomainError {
  return new DomainError(
    'unavailable',
    'private-key-unreadable',
    '調査の署名鍵を復号できません。鍵ファイルがこのデータを作ったときのものか確認してください。',
    "The survey's signing key cannot be decrypted. Check that the key file is the one this data was made with.",
  );
}
