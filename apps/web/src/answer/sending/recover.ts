import { finalizeTicket, makeOwnCopyRequest, openEscrow, openOwnCopy, readRecoveryCode, type OwnTicket } from '#ballot';
import { getOwnTicket } from '../../api-client/answering.js';
import { getOwnCopy } from '../ballot-door.js';
import { requireSameKeys, ticketKeyOf, type Entry } from '../load-entry.js';
import { knownAttributes } from '../prefill.js';
import { draftOfCopy, type DraftRecord, type KeptTicket } from '../storage/answer-record.js';

/**
 * Goes on from another device: the recovery code opens the escrow, which gives the ticket, which gives the own copy.
 * @throws ApiProblem, DomainError "recovery-code-wrong", "recovery-code-mismatch", "keys-differ"
 */
export async function recoverDraft(entry: Entry, typedCode: string, shared: boolean): Promise<DraftRecord> {
  const recoveryCode = readRecoveryCode(typedCode);
  await requireSameKeys(entry);
  const { surveyId } = entry.address;
  const { escrow, signature } = await getOwnTicket(surveyId);
  const pending = await openEscrow(recoveryCode, surveyId, escrow);
  const own = await finalizeTicket(ticketKeyOf(entry).publicKey, pending, signature);
  return reopen(entry, { recoveryCode, pending, own }, own, shared);
}

/** What lies in the box as a draft of the next revision; an empty draft where nothing was sent yet. @throws ApiProblem, DomainError */
export async function reopen(entry: Entry, ticket: KeptTicket, own: OwnTicket, shared: boolean): Promise<DraftRecord> {
  const { surveyId } = entry.address;
  const reply = await getOwnCopy(surveyId, await makeOwnCopyRequest(surveyId, own));
  if (reply.found) {
    const { content } = await openOwnCopy(ticket.recoveryCode, surveyId, reply.copy);
    return draftOfCopy(ticket, content, reply.revision, shared);
  }
  const attributes = knownAttributes(entry.ballotSurvey.form.attributes, entry.mySurvey?.prefill ?? {});
  return draftOfCopy(ticket, { answers: {}, attributes }, 0, shared);
}
