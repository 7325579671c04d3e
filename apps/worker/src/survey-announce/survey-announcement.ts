import type { SurveyFrameEntity } from '#database';
import type { SurveyAnnouncement } from '#database/ballot';
import { DomainError, type SurveyForm } from '#survey-model';

/** What the ballot box is told of a survey. Paper tickets are signed with the same key: where they exist, every ticket lasts as long. */
export function announcementOf(frame: SurveyFrameEntity): SurveyAnnouncement {
  const { ticketPublicKey, closesAt, paperClosesAt } = frame;
  return {
    form: formOf(frame),
    ticketPublicKey,
    closesAt,
    paper: paperClosesAt && { ticketPublicKey, closesAt: paperClosesAt },
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
