import { finalizeTicket, type Ticket } from '#ballot';
import { signPaperTicketMessage, signTicketMessage } from '../../api-client/answering.js';
import type { Entry } from '../load-entry.js';
import type { DraftRecord } from '../storage/answer-record.js';

/**
 * The ticket for a draft that is already kept in the browser: asks the identified side to sign its message, and checks the
 * signature against the key that the collector published. Asking again with the same message is harmless.
 * @throws ApiProblem (409 when another browser began), DomainError when key or signature are not what they should be
 */
export async function obtainTicket({ address, ballotSurvey }: Entry, draft: DraftRecord): Promise<Ticket> {
  const sign = address.paper ? signPaperTicketMessage : signTicketMessage;
  const signature = await sign(address.surveyId, draft.request.message);
  return finalizeTicket(ballotSurvey.ticketKey.publicKey, draft.request.message, signature);
}
