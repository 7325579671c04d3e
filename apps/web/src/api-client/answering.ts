import { client, send } from './client.js';
import type { AttributeCounts, BlindSignature, OwnTicketReply } from './types.js';

const at = (id: string) => ({ params: { path: { id } } });

/** The blind signature of one's own ticket. The same request gets the same signature again, so a lost reply costs nothing. */
export async function signTicket(id: string, blinded: string, escrow: string): Promise<BlindSignature> {
  return send(client.POST('/api/surveys/{id}/ticket', { ...at(id), body: { blinded, escrow } }));
}

/** What was signed for this person on another device. */
export const getOwnTicket = (id: string): Promise<OwnTicketReply> =>
  send(client.GET('/api/surveys/{id}/ticket', at(id)));

/** A ticket for one paper answer that HR types in; each is counted. */
export async function signPaperTicket(id: string, blinded: string): Promise<BlindSignature> {
  return send(client.POST('/api/surveys/{id}/paper-tickets', { ...at(id), body: { blinded } }));
}

/** Tells the identified side that this person is done; it learns nothing else. @returns whether that is stored, or must be said again */
export async function markDone(id: string): Promise<boolean> {
  return (await send(client.POST('/api/surveys/{id}/done', at(id)))).stored;
}

/** How many share each combination of attributes: the whole table, so that nobody learns which one is looked at. */
export const getAttributeCounts = (id: string): Promise<AttributeCounts> =>
  send(client.GET('/api/surveys/{id}/attribute-counts', at(id)));
