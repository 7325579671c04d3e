import { ApiProblem } from '../../api-client/api-problem.js';
import type { Entry } from '../load-entry.js';
import { knownAttributes } from '../prefill.js';
import { newDraft } from '../storage/answer-record.js';
import type { KeptRecord } from '../storage/use-answer-record.js';
import { obtainTicket } from './obtain-ticket.js';

/**
 * Begins, or goes on where the browser left off: the draft with its ticket message is kept before anything is sent, and the ticket
 * as soon as it is there. A draft whose message is refused because another browser began is dropped: it can never be cast.
 * @throws ApiProblem, DomainError
 */
export async function beginDraft(
  entry: Entry,
  { latest, keep, forget }: Pick<KeptRecord, 'latest' | 'keep' | 'forget'>,
): Promise<void> {
  const before = latest();
  const draft =
    before?.phase === 'draft'
      ? before
      : newDraft(knownAttributes(entry.ballotSurvey.form.attributes, entry.mySurvey?.prefill ?? {}));
  keep(draft);
  if (draft.ticket !== null) return;
  try {
    keep({ ...draft, ticket: await obtainTicket(entry, draft) });
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 409) forget();
    throw error;
  }
}
