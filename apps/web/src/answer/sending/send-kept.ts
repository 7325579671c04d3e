import { makeReceipt } from '#ballot';
import { castBallot } from '../ballot-door.js';
import { accept, type WaitingRecord } from '../storage/answer-record.js';
import { readRecord, removeRecord, writeRecord } from '../storage/record-store.js';

/** Keys of the ballots of a survey that wait in this browser to be sent, whoever they belong to. */
export function waitingKeys(storage: Storage, surveyId: string): string[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
    .filter((key) => /^nobinobi\.(answer|paper)\./.test(key) && key.split('.')[2] === surveyId)
    .filter((key) => readRecord(storage, key)?.phase === 'waiting');
}

/**
 * Sends what waits, for which nobody need be signed in: the collector would not know them anyhow. What the screen of each person says
 * comes from the record that is left.
 * @throws ApiProblem of the first that fails; those before it are in the box
 */
export async function sendKept(storage: Storage, surveyId: string): Promise<void> {
  for (const key of waitingKeys(storage, surveyId)) {
    const record = readRecord(storage, key);
    if (record?.phase === 'waiting') await sendOne(storage, key, surveyId, record);
  }
}

async function sendOne(storage: Storage, key: string, surveyId: string, record: WaitingRecord): Promise<void> {
  await castBallot(surveyId, record.cast);
  if (record.shared || key.startsWith('nobinobi.paper.')) return removeRecord(storage, key);
  writeRecord(storage, key, accept(record, await makeReceipt(record.cast)));
}
