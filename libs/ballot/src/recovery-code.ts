import { readPrintedText, toPrintedText } from './base32.js';

/** 128 bits: 26 characters of base32, and one to check them by. */
const CODE_BYTES = 16;
const GROUP = 3;

/** 控え: a fresh recovery code, as it is printed. With it, and only with it, a person goes on, corrects or checks on another device. */
export function makeRecoveryCode(): string {
  return toPrintedText(crypto.getRandomValues(new Uint8Array(CODE_BYTES)), GROUP);
}

/** What a person typed, as it was printed. @throws DomainError "recovery-code-wrong" naming what is wrong */
export function readRecoveryCode(text: string): string {
  return toPrintedText(recoverySecret(text), GROUP);
}

/** The 128 bits. @throws DomainError "recovery-code-wrong" */
export function recoverySecret(text: string): Uint8Array<ArrayBuffer> {
  return readPrintedText(
    text,
    CODE_BYTES,
    'recovery-code-wrong',
    '控えの番号が正しくありません。',
    'The recovery code is not right:',
  );
}
