import { ApiProblem } from '../api-client/api-problem.js';
import { getMySurveys, getSession } from '../api-client/sessions.js';
import type { Account, MySurvey, Session } from '../api-client/types.js';
import type { AnswerAddress } from './answer-address.js';
import { getBallotSurvey, type BallotSurvey } from './ballot-door.js';

/** All that is needed to begin. */
export interface Entry {
  readonly address: AnswerAddress;
  readonly account: Account;
  readonly ballotSurvey: BallotSurvey;
  /** null when HR types in a paper answer. */
  readonly mySurvey: MySurvey | null;
}

/** Why a person cannot answer here. */
export type Blocked = 'no-survey' | 'signed-out' | 'not-invited' | 'done' | 'paper' | 'not-hr' | 'closed' | 'preparing';

export type EntryOutcome =
  { readonly entry: Entry; readonly session: Session } | { readonly blocked: Blocked; readonly session: Session };

/**
 * Who it is, whether the survey waits for them, and the form. `hasRecord` tells whether the browser still keeps something of this
 * person's answering: then even a closed survey is entered, to say what became of it.
 */
export async function loadEntry(
  address: AnswerAddress | null,
  hasRecord: (account: Account) => boolean,
): Promise<EntryOutcome> {
  const session = await getSession();
  const { account } = session;
  if (address === null) return { blocked: 'no-survey', session };
  if (account === null) return { blocked: 'signed-out', session };
  if (address.paper && !account.roles.includes('hr')) return { blocked: 'not-hr', session };
  const mySurvey = address.paper ? null : await findMySurvey(address.surveyId);
  if (mySurvey === undefined) return { blocked: 'not-invited', session };
  if (mySurvey?.state === 'paper') return { blocked: 'paper', session };
  if (mySurvey?.state === 'done' && !hasRecord(account)) return { blocked: 'done', session };
  const ballotSurvey = await findBallotSurvey(address.surveyId);
  if (ballotSurvey === null) return { blocked: 'preparing', session };
  if (mySurvey && !ballotSurvey.accepting && !hasRecord(account)) return { blocked: 'closed', session };
  return { entry: { address, account, ballotSurvey, mySurvey }, session };
}

async function findMySurvey(surveyId: string): Promise<MySurvey | undefined> {
  return (await getMySurveys()).find((survey) => survey.id === surveyId);
}

/** null while the opening has not reached the collector yet, which takes a moment. */
async function findBallotSurvey(surveyId: string): Promise<BallotSurvey | null> {
  try {
    return await getBallotSurvey(surveyId);
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 404) return null;
    throw error;
  }
}
