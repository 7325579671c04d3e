import type { KeySharePurpose } from '#survey-model';
import { client, send } from './client.js';
import type { Custody, KeyChallenge, TallyKey } from './types.js';

const at = (id: string) => ({ params: { path: { id } } });

export const getCustody = (id: string): Promise<Custody> => send(client.GET('/api/surveys/{id}/custody', at(id)));

/** Registers the public part of a key that this browser made and split. */
export async function saveTallyKey(id: string, key: TallyKey): Promise<void> {
  await send(client.PUT('/api/surveys/{id}/tally-key', { ...at(id), body: key }));
}

export async function beginKeyTest(id: string, challenge: KeyChallenge): Promise<void> {
  await send(client.POST('/api/surveys/{id}/key-test', { ...at(id), body: { challenge } }));
}

/** @param sealed to the worker's own key: nothing between here and the worker can read the share */
export async function submitKeyShare(
  id: string,
  purpose: KeySharePurpose,
  index: number,
  sealed: string,
): Promise<void> {
  await send(client.POST('/api/surveys/{id}/key-shares', { ...at(id), body: { purpose, index, sealed } }));
}
