import { client, send } from './client.js';

const at = (id: string) => ({ params: { path: { id } } });

/** The signature of one's own ticket. The same message gets the same signature again, so a lost reply costs nothing. */
export async function signTicketMessage(id: string, message: string): Promise<string> {
  return (await send(client.POST('/api/surveys/{id}/ticket', { ...at(id), body: { message } }))).signature;
}

/** A ticket for one paper answer that HR types in; each is counted. */
export async function signPaperTicketMessage(id: string, message: string): Promise<string> {
  return (await send(client.POST('/api/surveys/{id}/paper-tickets', { ...at(id), body: { message } }))).signature;
}

/** Tells the identified side that this person is done; it learns nothing else. */
export async function markDone(id: string): Promise<void> {
  await send(client.POST('/api/surveys/{id}/done', at(id)));
}
