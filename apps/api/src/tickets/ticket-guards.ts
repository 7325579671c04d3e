import type { SurveyEntity } from '#database';
import { DomainError, endOfDayInJapan } from '#survey-model';

/** A survey whose ticket key exists. */
export type OpenSurvey = SurveyEntity & { readonly ticketPrivateKey: string };

/** Tickets for people themselves: while the survey is open. @throws DomainError "survey-not-open", "survey-closed" */
export function requireOpen(survey: SurveyEntity, now: Date): OpenSurvey {
  if (survey.state === 'draft') throw notOpenYet();
  if (survey.state !== 'open' || now >= endOfDayInJapan(survey.closesOn)) throw closed();
  return withKey(survey);
}

/** Tickets for answers on paper: until the end of the paper period, or of the survey where it has none. @throws as `requireOpen` */
export function requirePaperOpen(survey: SurveyEntity, now: Date): OpenSurvey {
  if (survey.state === 'draft') throw notOpenYet();
  const over = now >= endOfDayInJapan(survey.paperUntil ?? survey.closesOn);
  if ((survey.state !== 'open' && survey.state !== 'paper-entry') || over) throw closed();
  return withKey(survey);
}

function withKey(survey: SurveyEntity): OpenSurvey {
  const { ticketPrivateKey } = survey;
  if (ticketPrivateKey === null)
    throw new Error(`identity.survey ${survey.id} is ${survey.state} and has no ticket key`);
  return { ...survey, ticketPrivateKey };
}

function notOpenYet(): DomainError {
  return new DomainError(
    'gone',
    'survey-not-open',
    'この調査はまだ始まっていません。案内の開始日をお待ちください。',
    'This survey has not been opened yet.',
  );
}

function closed(): DomainError {
  return new DomainError('gone', 'survey-closed', 'この調査の受付は終わりました。', 'This survey is closed.');
}
