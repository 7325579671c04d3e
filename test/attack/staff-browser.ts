import { ballotSerial, makeRecoveryCode, sealEscrow, type CastRequest, type NewCast, type OwnTicket } from '#ballot';
import type { BallotContent, DeclaredAttributes } from '#survey-model';
import { HttpSession } from '../../apps/cli/src/demo/http-session.js';
import { inThread } from '../factories/ballot-threads.js';
import { PASSWORD } from '../factories/hr-office.js';

const [requestTicket, finalizeTicket, makeCast] = [
  inThread('requestTicket'),
  inThread('finalizeTicket'),
  inThread('makeCast'),
];

interface BallotSurvey {
  readonly ticketKey: { readonly publicKey: string };
  readonly tallyKey: { readonly publicKey: string };
}

export interface StaffMember {
  readonly staffNumber: string;
  readonly accessCode: string;
  readonly answers: BallotContent['answers'];
}

export interface StaffSurvey {
  readonly surveyId: string;
  /** The product's address, which changes when it is started again. */
  readonly url: () => string;
  /** How a ballot is made; a weakened build leaves out the sealing. */
  readonly makeCast?: (cast: NewCast) => Promise<CastRequest>;
}

/** One person's browser: what it keeps, and what it sends. */
export class StaffBrowser {
  private readonly recoveryCode = makeRecoveryCode();
  private readonly session: HttpSession;
  private own: OwnTicket | null = null;
  private attributes: DeclaredAttributes = {};
  private revision = 0;
  private done = false;

  constructor(
    private readonly survey: StaffSurvey,
    private readonly person: StaffMember,
  ) {
    this.session = new HttpSession(survey.url);
  }

  async start(replyLost: boolean): Promise<void> {
    const { surveyId } = this.survey;
    const { staffNumber: login, accessCode } = this.person;
    await this.session.post('/api/session/first', { login, accessCode, newPassword: PASSWORD });
    const mine = await this.session.get<{ id: string; prefill: DeclaredAttributes }[]>('/api/me/surveys');
    // Everybody declares the truth, as the page proposes.
    this.attributes = mine.find(({ id }) => id === surveyId)?.prefill ?? {};
    const { ticketKey } = await this.form();
    const pending = await requestTicket(ticketKey.publicKey);
    const escrow = await sealEscrow(this.recoveryCode, surveyId, pending);
    const ask = (): Promise<{ signature: string }> =>
      this.session.post(`/api/surveys/${surveyId}/ticket`, { blinded: pending.blinded, escrow });
    if (replyLost) await ask();
    this.own = await finalizeTicket(ticketKey.publicKey, pending, (await ask()).signature);
  }

  async submit(replyLost: boolean): Promise<void> {
    if (!this.own) throw new Error(`${this.person.staffNumber} has no ticket`);
    const { surveyId } = this.survey;
    const { tallyKey } = await this.form();
    this.revision += 1;
    const cast = await (this.survey.makeCast ?? makeCast)({
      surveyId,
      own: this.own,
      recoveryCode: this.recoveryCode,
      tallyPublicKey: tallyKey.publicKey,
      revision: this.revision,
      content: { surveyId, attributes: this.attributes, answers: this.person.answers },
    });
    const box = new HttpSession(this.survey.url);
    for (let sending = replyLost ? 2 : 1; sending > 0; sending -= 1)
      await box.post(`/ballot/surveys/${surveyId}/ballots`, cast);
    await this.tellDone();
  }

  /** Repeated at later visits until the api says that it is stored. */
  async tellDone(): Promise<void> {
    if (this.done) return;
    const tell = (): Promise<{ stored: boolean }> => this.session.post(`/api/surveys/${this.survey.surveyId}/done`);
    const { stored } = await tell().catch(async (error: unknown) => {
      // Sessions end with the day.
      if (!String(error).includes('signed-out')) throw error;
      await this.session.post('/api/session', { login: this.person.staffNumber, password: PASSWORD });
      return tell();
    });
    this.done = stored;
  }

  /** The truth that the attacker looks for. */
  async serial(): Promise<string> {
    if (!this.own) throw new Error(`${this.person.staffNumber} has no ticket`);
    return Buffer.from(await ballotSerial(this.own.ticket.prepared)).toString('hex');
  }

  private form(): Promise<BallotSurvey> {
    return new HttpSession(this.survey.url).get<BallotSurvey>(`/ballot/surveys/${this.survey.surveyId}`);
  }
}
