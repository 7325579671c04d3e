import type { SurveyResponse } from '#contract';
import type { SurveySummary } from '#database';
import { fiscalYearLabel, formatPercent } from '#survey-model';

export function toSurveyResponse(survey: SurveySummary): SurveyResponse {
  const { targetRule, destroyedAt, ballots, invited, ...rest } = survey;
  return {
    ...rest,
    ballots,
    invited,
    responseRate: ballots === null || invited === 0 ? null : formatPercent(ballots, invited),
    destroyedAt: destroyedAt && destroyedAt.toISOString(),
    fiscalYearLabel: fiscalYearLabel(survey.fiscalYear),
    targetRule: {
      excludedJobTypes: [...targetRule.excludedJobTypes],
      excludedStatuses: [...targetRule.excludedStatuses],
      excludedEmploymentTypes: [...targetRule.excludedEmploymentTypes],
    },
  };
}
