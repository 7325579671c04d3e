import type { CreateSurveyRequest } from '#contract';
import type { SurveyDraft } from '#database';
import { DomainError, STAFF_STATUSES, validateQuestionnaire } from '#survey-model';

/**
 * What the request's form cannot say: days that really exist and stand in order, statuses that exist, a questionnaire that is one.
 * @throws DomainError "survey-dates", "survey-target", "questionnaire-invalid" (with every wrong place)
 */
export function checkDraft(request: CreateSurveyRequest): SurveyDraft {
  const { fiscalYear, opensOn, closesOn, minGroup, targetRule, custody, destroyAfterDays } = request;
  const paperUntil = request.paperUntil ?? null;
  const title = request.title.trim();
  if (title === '') throw refusal('survey-title', 'title', '調査名を入力してください。', 'Enter a title.');
  if (closesOn < opensOn) {
    throw refusal(
      'survey-dates',
      'closesOn',
      '締切日は開始日以後にしてください。',
      'closesOn must not be before opensOn.',
    );
  }
  if (paperUntil !== null && paperUntil < closesOn) {
    throw refusal(
      'survey-dates',
      'paperUntil',
      '紙の入力期限は締切日以後にしてください。',
      'paperUntil must not be before closesOn.',
    );
  }
  const unknown = targetRule.excludedStatuses.find((status) => !STAFF_STATUSES.includes(status));
  if (unknown !== undefined) {
    const known = STAFF_STATUSES.join(', ');
    throw refusal(
      'survey-target',
      'targetRule.excludedStatuses',
      `状態は ${known} のいずれかで指定してください。`,
      `A status is one of ${known}.`,
    );
  }
  const validation = validateQuestionnaire(request.questionnaire);
  if ('errors' in validation) {
    throw new DomainError(
      'invalid',
      'questionnaire-invalid',
      '調査票に誤りがあります。示された箇所を直してください。',
      'The questionnaire is not valid. Correct the places listed.',
      { field: 'questionnaire' },
      validation.errors.map(({ path, ja, en }) => ({ line: 0, column: path, ja, en })),
    );
  }
  return {
    title,
    fiscalYear,
    opensOn,
    closesOn,
    paperUntil,
    minGroup,
    targetRule,
    questionnaire: validation.questionnaire,
    custody,
    destroyAfterDays,
  };
}

function refusal(code: string, field: string, ja: string, en: string): DomainError {
  return new DomainError('invalid', code, ja, en, { field });
}
