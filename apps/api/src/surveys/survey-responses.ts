import type { SurveyResponse } from '#contract';
import type { SurveySummary } from '#database';
import { fiscalYearLabel } from '#survey-model';

export function toSurveyResponse(survey: SurveySummary): SurveyResponse {
  const { targetRule, ...rest } = survey;
  return {
    ...rest,
    fiscalYearLabel: fiscalYearLabel(survey.fiscalYear),
    targetRule: {
      excludedJobTypes: [...targetRule.excludedJobTypes],
      excludedStatuses: [...targetRule.excludedStatuses],
      excludedEmploymentTypes: [...targetRule.excludedEmploymentTypes],
    },
  };
}
