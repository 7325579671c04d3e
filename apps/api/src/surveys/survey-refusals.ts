import { DomainError, SURVEY_STATE_LABEL, type SurveyState } from '#survey-model';

export function surveyUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'survey-unknown',
    'この調査は見つかりません。調査の一覧から選び直してください。',
    'There is no such survey. Choose it from the list again.',
  );
}

export function surveyNotDraft(): DomainError {
  return new DomainError(
    'conflict',
    'survey-not-draft',
    'この調査は開始済みのため、変更も削除もできません。表示する最小の人数・調査票・対象は開始のときに決まります。',
    'This survey has been opened: group size, questionnaire and target are fixed. Only drafts can be changed or deleted.',
  );
}

export function wrongState(state: SurveyState, wanted: 'open' | 'paper-entry' | 'close'): DomainError {
  const wish = { open: '開始', 'paper-entry': '紙の入力期間に', close: '締め切り' }[wanted];
  return new DomainError(
    'conflict',
    'survey-state',
    `この調査は「${SURVEY_STATE_LABEL[state]}」のため、${wish}${wanted === 'paper-entry' ? '移せません' : 'できません'}。画面を読み込み直してください。`,
    `A survey that is "${state}" cannot do that (${wanted}). Reload the page.`,
  );
}
