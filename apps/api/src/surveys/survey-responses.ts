import { keyFingerprint } from '#ballot';
import type { SurveyDetailResponse, SurveyResponse } from '#contract';
import type { SurveySummary } from '#database';
import { fiscalYearLabel, formatPercent, type Questionnaire } from '#survey-model';

export function toSurveyResponse(survey: SurveySummary): SurveyResponse {
  const {
    targetRule,
    destroyedAt,
    ballots,
    invited,
    ticketPublicKey: _ticket,
    tallyPublicKey: _tally,
    ...rest
  } = survey;
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

export async function toSurveyDetail(
  survey: SurveySummary,
  questionnaire: Questionnaire,
): Promise<SurveyDetailResponse> {
  const fingerprintOf = async (key: string | null): Promise<string | null> => key && keyFingerprint(key);
  return {
    ...toSurveyResponse(survey),
    ticketKeyFingerprint: await fingerprintOf(survey.ticketPublicKey),
    tallyKeyFingerprint: await fingerprintOf(survey.tallyPublicKey),
    questionnaire,
  };
}
