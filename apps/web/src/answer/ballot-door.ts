import type { CastRequest } from '#ballot';
import type { SurveyForm } from '#survey-model';
import { ApiProblem, problemOfResponse, unreachable } from '../api-client/api-problem.js';

/** What the collector publishes about a survey. */
export interface BallotSurvey {
  readonly form: SurveyForm;
  readonly ticketKey: { readonly scheme: string; readonly publicKey: string; readonly fingerprint: string };
  /** First instant at which ballots are refused, ISO 8601. */
  readonly closesAt: string;
  readonly accepting: boolean;
}

/**
 * The collector must not know who asks: neither cookie nor referrer goes along, and nothing is left in the browser's cache.
 * None of the api's helpers is used here for the same reason.
 */
const UNKNOWN = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

const pathOf = (surveyId: string): string => `/ballot/surveys/${encodeURIComponent(surveyId)}`;

export const getBallotSurvey = (surveyId: string): Promise<BallotSurvey> =>
  call(pathOf(surveyId), UNKNOWN) as Promise<BallotSurvey>;

/** Puts the ballot into the box. The same bytes may be sent any number of times. @throws ApiProblem */
export async function castBallot(surveyId: string, request: CastRequest): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  await call(`${pathOf(surveyId)}/ballots`, { ...UNKNOWN, method: 'POST', headers, body: JSON.stringify(request) });
}

async function call(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, init).catch(() => {
    throw unreachable();
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiProblem(problemOfResponse(body, response.status));
  return body;
}
