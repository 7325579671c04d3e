import { finalizeTicket, sealEscrow, type OwnTicket } from '#ballot';
import { signPaperTicket, signTicket } from '../../api-client/answering.js';
import { ticketKeyOf, type Entry } from '../load-entry.js';
import type { KeptTicket } from '../storage/answer-record.js';

/**
 * The ticket of a request that is already kept in the browser: asks the identified side to sign what it cannot read, takes the blinding
 * off, and checks the result under the key that the collector published. Asking again is harmless.
 * @throws ApiProblem (409 when another browser began), DomainError when key or signature are not what they should be
 */
export async function obtainTicket(entry: Entry, { pending, recoveryCode }: KeptTicket): Promise<OwnTicket> {
  const { surveyId, paper } = entry.address;
  const { signature } = paper
    ? await signPaperTicket(surveyId, pending.blinded)
    : await signTicket(surveyId, pending.blinded, await sealEscrow(recoveryCode, surveyId, pending));
  return finalizeTicket(ticketKeyOf(entry).publicKey, pending, signature);
}
