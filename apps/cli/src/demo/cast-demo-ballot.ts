import { setTimeout as wait } from 'node:timers/promises';
import { finalizeTicket, makeCast, makeRecoveryCode, requestTicket, sealEscrow } from '#ballot';
import { ageBandOf, ageOn, type AttributeDefinition } from '#survey-model';
import type { DemoRespondent } from './demo-answers.js';
import type { DemoPerson } from './demo-city.js';
import { HttpSession } from './http-session.js';

const MOST_ATTEMPTS = 8;

/** One person's part in one survey, as plain data: it is handed to another thread. */
export interface DemoCast {
  readonly baseUrl: string;
  readonly surveyId: string;
  readonly opensOn: string;
  /** null for somebody who has set the password before. */
  readonly accessCode: string | null;
  readonly password: string;
  readonly attributes: readonly AttributeDefinition[];
  readonly respondent: DemoRespondent;
}

/** What one person's browser does: sign-in, ticket, ballot without a cookie, done. */
export async function castDemoBallot(cast: DemoCast): Promise<void> {
  const { baseUrl, surveyId } = cast;
  const { person, answers } = cast.respondent;
  const session = await signIn(cast);
  const box = new HttpSession(baseUrl);
  const { ticketKey, tallyKey } = await box.get<BallotSurveyKeys>(`/ballot/surveys/${surveyId}`);
  const pending = await requestTicket(ticketKey.publicKey);
  const recoveryCode = makeRecoveryCode();
  const { signature } = await session.post<{ signature: string }>(`/api/surveys/${surveyId}/ticket`, {
    blinded: pending.blinded,
    escrow: await sealEscrow(recoveryCode, surveyId, pending),
  });
  const own = await finalizeTicket(ticketKey.publicKey, pending, signature);
  const attributes = declaredAttributes(person, cast);
  for (const key of cast.respondent.withheld) delete attributes[key];
  const content = { surveyId, attributes, answers };
  const tallyPublicKey = tallyKey.publicKey;
  const ballot = await makeCast({ surveyId, own, recoveryCode, tallyPublicKey, revision: 1, content });
  await untilAcknowledged(() => box.post(`/ballot/surveys/${surveyId}/ballots`, ballot));
  await session.post(`/api/surveys/${surveyId}/done`);
}

/** As the page does: the same bytes again until the box has them. Casting twice changes nothing. */
async function untilAcknowledged(cast: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await cast();
      return;
    } catch (error) {
      const isOver = error instanceof Error && / 4\d\d /.test(error.message);
      if (isOver || attempt === MOST_ATTEMPTS) throw error;
      await wait(1000 * attempt);
    }
  }
}

async function signIn({ baseUrl, respondent, accessCode, password }: DemoCast): Promise<HttpSession> {
  const login = respondent.person.staffNumber;
  const session = new HttpSession(baseUrl);
  if (accessCode === null) await session.post('/api/session', { login, password });
  else await session.post('/api/session/first', { login, accessCode, newPassword: password });
  return session;
}

interface BallotSurveyKeys {
  readonly ticketKey: { readonly publicKey: string };
  readonly tallyKey: { readonly publicKey: string };
}

/** The person's own record in the survey's words: position and employment type are found by their labels. */
function declaredAttributes(
  person: DemoPerson,
  { attributes: definitions, opensOn }: Pick<DemoCast, 'attributes' | 'opensOn'>,
): Record<string, string> {
  const labels: Record<string, string> = { position: person.position, employmentType: person.employmentType };
  const keys: Record<string, string> = {
    department: person.department.code,
    ageBand: ageBandOf(ageOn(person.birthDate, opensOn)),
  };
  const attributes: Record<string, string> = {};
  for (const { key, values } of definitions) {
    const value = values.find((each) => each.key === keys[key] || each.label === labels[key]);
    if (value) attributes[key] = value.key;
  }
  return attributes;
}
