import { packBallot, toBase64Url, validateBallotContent, type BallotFault } from '#ballot';
import type { SurveyForm } from '#survey-model';
import type { DraftRecord } from '../storage/answer-record.js';

export type PackedDraft = { readonly ballot: string } | { readonly faults: readonly BallotFault[] };

/** The ballot as it will be sent, or what is wrong with the answers. @throws DomainError "ballot-too-large" */
export function packDraft(form: SurveyForm, draft: DraftRecord): PackedDraft {
  const { surveyId } = form;
  const checked = validateBallotContent({ surveyId, attributes: draft.attributes, answers: draft.answers }, form);
  return checked.content ? { ballot: toBase64Url(packBallot(checked.content)) } : { faults: checked.faults };
}
