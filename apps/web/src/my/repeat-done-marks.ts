import { markDone } from '../api-client/answering.js';
import type { MySurvey } from '../api-client/types.js';
import { readRecord, recordKey, writeRecord } from '../answer/storage/record-store.js';

/**
 * Says "done" again for each survey whose ballot this browser knows to be in the box, until the api says that it is stored: marks wait for
 * company there, and one may be lost in between. A failure is left for the next visit.
 */
export async function repeatDoneMarks(storage: Storage, login: string, surveys: readonly MySurvey[]): Promise<void> {
  for (const { id } of surveys) {
    const key = recordKey(id, login, false);
    const record = readRecord(storage, key);
    if (record?.phase !== 'accepted' || record.marked) continue;
    const stored = await markDone(id).catch(() => false);
    if (stored) writeRecord(storage, key, { ...record, marked: true });
  }
}

/** Whether this browser keeps that the person's ballot is in the box. */
export function wasSent(storage: Storage, login: string, surveyId: string): boolean {
  return readRecord(storage, recordKey(surveyId, login, false))?.phase === 'accepted';
}
