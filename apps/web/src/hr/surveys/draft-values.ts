import { DEFAULT_MIN_GROUP, DEFAULT_TARGET_RULE, fiscalYearOf, type Questionnaire } from '#survey-model';
import type { SurveyDetail, SurveyDraft } from '../../api-client/types.js';

/** Time for a correction, a late table, and staff to check their receipts. */
const DEFAULT_DESTROY_AFTER_DAYS = 30;
const FOUR_WEEKS_MS = 28 * 86_400_000;

/** A survey of four weeks from today for everybody but the excluded job types. `today` is "YYYY-MM-DD". */
export function newSurveyDraft(today: string, title: string, questionnaire: Questionnaire): SurveyDraft {
  return {
    title,
    fiscalYear: fiscalYearOf(today),
    opensOn: today,
    closesOn: new Date(Date.parse(`${today}T00:00:00Z`) + FOUR_WEEKS_MS).toISOString().slice(0, 10),
    paperUntil: null,
    minGroup: DEFAULT_MIN_GROUP,
    targetRule: {
      excludedJobTypes: [...DEFAULT_TARGET_RULE.excludedJobTypes],
      excludedStatuses: [...DEFAULT_TARGET_RULE.excludedStatuses],
      excludedEmploymentTypes: [...DEFAULT_TARGET_RULE.excludedEmploymentTypes],
    },
    questionnaire,
    custody: 'custodians',
    destroyAfterDays: DEFAULT_DESTROY_AFTER_DAYS,
  };
}

/** What can be edited of a survey that is still a draft. */
export function draftOf(survey: SurveyDetail): SurveyDraft {
  const { title, fiscalYear, opensOn, closesOn, paperUntil, minGroup, targetRule, questionnaire } = survey;
  const { custody, destroyAfterDays } = survey;
  const period = { fiscalYear, opensOn, closesOn, paperUntil };
  return { title, ...period, minGroup, targetRule, questionnaire, custody, destroyAfterDays };
}

export type PeriodFault = 'closes-before-opens' | 'paper-before-closes';

/** What is wrong with the dates, which compare as text. */
export function periodFault({ opensOn, closesOn, paperUntil }: SurveyDraft): PeriodFault | null {
  if (closesOn < opensOn) return 'closes-before-opens';
  return paperUntil && paperUntil < closesOn ? 'paper-before-closes' : null;
}
