import { makeRecoveryCode, requestTicket } from '#ballot';
import { ApiProblem } from '../../api-client/api-problem.js';
import { requireSameKeys, ticketKeyOf, type Entry } from '../load-entry.js';
import { knownAttributes } from '../prefill.js';
import { newDraft } from '../storage/answer-record.js';
import type { KeptRecord } from '../storage/use-answer-record.js';
import { obtainTicket } from './obtain-ticket.js';

/**
 * Begins, or goes on where the browser left off: ticket and recovery code are kept before anything is sent, and the signature as soon as
 * it is there. A draft that is refused because another browser began is dropped: it can never be cast.
 * @throws ApiProblem, DomainError
 */
export async function beginDraft(
  entry: Entry,
  shared: boolean,
  { latest, keep, forget }: Pick<KeptRecord, 'latest' | 'keep' | 'forget'>,
): Promise<void> {
  await requireSameKeys(entry);
  const before = latest();
  const draft = before?.phase === 'draft' ? before : await freshDraft(entry, shared);
  keep(draft);
  if (draft.own !== null) return;
  try {
    keep({ ...draft, own: await obtainTicket(entry, draft) });
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 409) forget();
    throw error;
  }
}

async function freshDraft(entry: Entry, shared: boolean) {
  const pending = await requestTicket(ticketKeyOf(entry).publicKey);
  const { attributes } = entry.ballotSurvey.form;
  return newDraft(
    { recoveryCode: makeRecoveryCode(), pending, own: null },
    knownAttributes(attributes, entry.mySurvey?.prefill ?? {}),
    shared,
  );
}
