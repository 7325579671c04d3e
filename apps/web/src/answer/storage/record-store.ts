import type { AnswerRecord } from './answer-record.js';

/**
 * Keeps the record under the survey and the person: on a shared PC the next person must not be shown the answers of the last one.
 * Paper answers have a place of their own.
 */
export function recordKey(surveyId: string, login: string, paper: boolean): string {
  return `nobinobi.${paper ? 'paper' : 'answer'}.${surveyId}.${login}`;
}

/** null when nothing is kept, or when what is kept cannot be read. */
export function readRecord(storage: Pick<Storage, 'getItem'>, key: string): AnswerRecord | null {
  try {
    const record: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return isRecord(record) ? record : null;
  } catch {
    return null;
  }
}

/** Whether it could be kept: storage may be full or switched off. */
export function writeRecord(storage: Pick<Storage, 'setItem'>, key: string, record: AnswerRecord): boolean {
  try {
    storage.setItem(key, JSON.stringify(record));
    return true;
  } catch {
    return false;
  }
}

export function removeRecord(storage: Pick<Storage, 'removeItem'>, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // Switched off: then nothing was kept either.
  }
}

function isRecord(value: unknown): value is AnswerRecord {
  if (typeof value !== 'object' || value === null || !('phase' in value)) return false;
  if (!('recoveryCode' in value && 'pending' in value && 'own' in value)) return false;
  if (value.phase === 'accepted') return 'receipt' in value;
  const whole = 'answers' in value && 'attributes' in value && 'layout' in value;
  return whole && (value.phase === 'draft' || (value.phase === 'waiting' && 'cast' in value));
}
