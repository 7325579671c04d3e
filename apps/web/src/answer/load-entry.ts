import { keyFingerprint } from '#ballot';
import { DomainError } from '#survey-model';
import { ApiProblem } from '../api-client/api-problem.js';
import { getMySurveys, getSession } from '../api-client/sessions.js';
import type { Account, MySurvey, Session } from '../api-client/types.js';
import type { AnswerAddress } from './answer-address.js';
import { getBallotSurvey, type BallotSurvey, type TicketKey } from './ballot-door.js';

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
 * person's answering: then even a closed survey is entered, to say what became of it. Whoever is done may come back until the close, to
 * correct with the recovery code.
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
  const ballotSurvey = await findBallotSurvey(address.surveyId);
  if (ballotSurvey === null) return { blocked: 'preparing', session };
  if (mySurvey && !ballotSurvey.accepting && !hasRecord(account))
    return { blocked: mySurvey.state === 'done' ? 'done' : 'closed', session };
  return { entry: { address, account, ballotSurvey, mySurvey }, session };
}

/** The key under which tickets are asked for here. */
export function ticketKeyOf({ address, ballotSurvey }: Entry): TicketKey {
  return (address.paper ? ballotSurvey.paperTicketKey : null) ?? ballotSurvey.ticketKey;
}

/**
 * Compares the keys that the collector gave to nobody in particular with those that the identified side announces. Fingerprints are
 * computed here: what the collector says of its own key is no evidence.
 * @throws DomainError "keys-differ"
 */
export async function requireSameKeys({ ballotSurvey, mySurvey }: Entry): Promise<void> {
  if (mySurvey === null) return;
  const { ticketKey, tallyKey } = ballotSurvey;
  const ticketFits = (await keyFingerprint(ticketKey.publicKey)) === mySurvey.ticketKeyFingerprint;
  const tallyFits =
    mySurvey.tallyKeyFingerprint === null ||
    (await keyFingerprint(tallyKey.publicKey)) === mySurvey.tallyKeyFingerprint;
  if (ticketFits && tallyFits) return;
  throw new DomainError(
    'forbidden',
    'keys-differ',
    '調査の公開鍵が、人事側の知らせたものと違います。回答せずに人事担当へ連絡してください。',
    "The survey's public keys are not the ones that were announced. Do not answer; contact HR.",
  );
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
