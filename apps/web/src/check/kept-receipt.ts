import { readRecord } from '../answer/storage/record-store.js';

/** The receipt that this browser keeps of the survey; nothing when there is none, or more than one person's. */
export function keptReceipt(storage: Storage, surveyId: string): string {
  const receipts = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
    .filter((key) => key.startsWith(`nobinobi.answer.${surveyId}.`))
    .map((key) => readRecord(storage, key))
    .flatMap((record) => (record?.phase === 'accepted' && record.receipt ? [record.receipt] : []));
  return receipts.length === 1 ? (receipts[0] ?? '') : '';
}
