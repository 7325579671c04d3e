import type { CastRequest, OwnCopyRequest } from '#ballot';
import type { SurveyForm } from '#survey-model';
import { ApiProblem, problemOfResponse, unreachable } from '../api-client/api-problem.js';

export interface TicketKey {
  readonly scheme: string;
  readonly publicKey: string;
  readonly fingerprint: string;
}

/** What the collector publishes about a survey. */
export interface BallotSurvey {
  readonly form: SurveyForm;
  readonly ticketKey: TicketKey;
  readonly paperTicketKey: TicketKey | null;
  readonly tallyKey: {
    readonly publicKey: string;
    readonly fingerprint: string;
    readonly custody: 'custodians' | 'worker';
  };
  /** First instant at which ballots are refused, ISO 8601. */
  readonly closesAt: string;
  readonly accepting: boolean;
  /** "YYYY-MM-DD" */
  readonly destroyOn: string;
  readonly destroyed: boolean;
  /** Published when the box has been opened. */
  readonly ballotBox: {
    readonly ballots: number;
    readonly tickets: number;
    readonly exceptions: number;
    readonly root: string;
  } | null;
}

export interface OwnCopyReply {
  readonly found: boolean;
  readonly revision: number;
  readonly copy: string;
}

/**
 * The collector must not know who asks: neither cookie nor referrer goes along, and nothing is left in the browser's cache.
 * None of the api's helpers is used here for the same reason.
 */
const UNKNOWN = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

const pathOf = (surveyId: string): string => `/ballot/surveys/${encodeURIComponent(surveyId)}`;

export const getBallotSurvey = async (surveyId: string): Promise<BallotSurvey> =>
  (await json(await call(pathOf(surveyId), UNKNOWN))) as BallotSurvey;

/** Puts the ballot into the box. The same bytes may be sent any number of times. @throws ApiProblem */
export const castBallot = async (surveyId: string, request: CastRequest): Promise<void> =>
  void (await post(`${pathOf(surveyId)}/ballots`, request));

/** The own answers as they lie in the box, encrypted under the recovery code. @throws ApiProblem */
export const getOwnCopy = async (surveyId: string, request: OwnCopyRequest): Promise<OwnCopyReply> =>
  (await json(await post(`${pathOf(surveyId)}/own-copy`, request))) as OwnCopyReply;

/** All published leaves: nobody learns whose is looked for. @throws ApiProblem */
export const getLeaves = async (surveyId: string): Promise<Uint8Array> =>
  new Uint8Array(await (await call(`${pathOf(surveyId)}/leaves`, UNKNOWN)).arrayBuffer());

function post(path: string, body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return call(path, { ...UNKNOWN, method: 'POST', headers, body: JSON.stringify(body) });
}

async function call(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw new ApiProblem(problemOfResponse(await json(response), response.status));
  return response;
}

const json = (response: Response): Promise<unknown> => response.json().catch(() => null);
