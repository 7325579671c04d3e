import type { SurveyFrameEntity } from '#database';
import type { SurveyAnnouncement } from '#database/ballot';
import { DomainError, type SurveyForm } from '#survey-model';

/** What the ballot box is told of a survey. Paper tickets have a key of their own, because they last longer. */
export function announcementOf(frame: SurveyFrameEntity, tallyPublicKey: string): SurveyAnnouncement {
  const { ticketPublicKey, paperTicketPublicKey, closesAt, paperClosesAt, custody, destroyOn } = frame;
  return {
    form: formOf(frame),
    ticketPublicKey,
    tallyPublicKey,
    custody,
    closesAt,
    paper:
      paperTicketPublicKey && paperClosesAt ? { ticketPublicKey: paperTicketPublicKey, closesAt: paperClosesAt } : null,
    destroyOn,
  };
}

export function formOf(frame: SurveyFrameEntity): SurveyForm {
  const { surveyId, title, organisation, fiscalYear, opensOn, closesOn, minGroup, questionnaire, attributes } = frame;
  return { surveyId, title, organisation, fiscalYear, opensOn, closesOn, minGroup, questionnaire, attributes };
}

export function surveyNotOpened(surveyId: string): DomainError {
  return new DomainError(
    'not-found',
    'survey-not-opened',
    `調査 ${surveyId} は開始されていません。調査の一覧から開始してください。`,
    `Survey ${surveyId} has not been opened. Open it from the list of surveys.`,
  );
}
