import { makeCast, validateBallotContent, type BallotFault, type CastRequest, type OwnTicket } from '#ballot';
import type { SurveyForm } from '#survey-model';
import type { DraftRecord } from '../storage/answer-record.js';

export type PackedDraft = { readonly cast: CastRequest } | { readonly faults: readonly BallotFault[] };

/** The cast as it will be sent, sealed and signed, or what is wrong with the answers. @throws DomainError "ballot-too-large" */
export async function packDraft(
  form: SurveyForm,
  draft: DraftRecord,
  own: OwnTicket,
  tallyPublicKey: string,
): Promise<PackedDraft> {
  const { surveyId } = form;
  const { attributes, answers, recoveryCode, revision } = draft;
  const { content, faults } = validateBallotContent({ surveyId, attributes, answers }, form);
  if (!content) return { faults };
  return { cast: await makeCast({ surveyId, own, recoveryCode, tallyPublicKey, revision, content }) };
}
