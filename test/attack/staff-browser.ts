import {
  ballotSerial,
  finalizeTicket,
  makeCast,
  makeRecoveryCode,
  requestTicket,
  sealEscrow,
  type OwnTicket,
} from '#ballot';
import type { BallotContent } from '#survey-model';
import { HttpSession } from '../../apps/cli/src/demo/http-session.js';
import { PASSWORD } from '../factories/hr-office.js';

interface BallotSurvey {
  readonly ticketKey: { readonly publicKey: string };
  readonly tallyKey: { readonly publicKey: string };
}

/** One person's browser: what it keeps, and what it sends. */
export class StaffBrowser {
  private readonly recoveryCode = makeRecoveryCode();
  private readonly session: HttpSession;
  private own: OwnTicket | null = null;
  private revision = 0;
  private done = false;

  constructor(
    private readonly url: string,
    private readonly surveyId: string,
    private readonly staffNumber: string,
    private readonly accessCode: string,
    private readonly content: BallotContent,
  ) {
    this.session = new HttpSession(url);
  }

  async start(replyLost: boolean): Promise<void> {
    await this.session.post('/api/session/first', {
      login: this.staffNumber,
      accessCode: this.accessCode,
      newPassword: PASSWORD,
    });
    const { ticketKey } = await this.survey();
    const pending = await requestTicket(ticketKey.publicKey);
    const escrow = await sealEscrow(this.recoveryCode, this.surveyId, pending);
    const ask = (): Promise<{ signature: string }> =>
      this.session.post(`/api/surveys/${this.surveyId}/ticket`, { blinded: pending.blinded, escrow });
    if (replyLost) await ask();
    this.own = await finalizeTicket(ticketKey.publicKey, pending, (await ask()).signature);
  }

  async submit(replyLost: boolean): Promise<void> {
    if (!this.own) throw new Error(`${this.staffNumber} has no ticket`);
    const box = new HttpSession(this.url);
    const { tallyKey } = await this.survey();
    this.revision += 1;
    const cast = await makeCast({
      surveyId: this.surveyId,
      own: this.own,
      recoveryCode: this.recoveryCode,
      tallyPublicKey: tallyKey.publicKey,
      revision: this.revision,
      content: this.content,
    });
    for (let sending = replyLost ? 2 : 1; sending > 0; sending -= 1)
      await box.post(`/ballot/surveys/${this.surveyId}/ballots`, cast);
    await this.tellDone();
  }

  /** Repeated at later visits until the api says that it is stored. */
  async tellDone(): Promise<void> {
    if (this.done) return;
    const { stored } = await this.session.post<{ stored: boolean }>(`/api/surveys/${this.surveyId}/done`);
    this.done = stored;
  }

  /** The truth that the attacker looks for. */
  async serial(): Promise<string> {
    if (!this.own) throw new Error(`${this.staffNumber} has no ticket`);
    return Buffer.from(await ballotSerial(this.own.ticket.prepared)).toString('hex');
  }

  private survey(): Promise<BallotSurvey> {
    return new HttpSession(this.url).get<BallotSurvey>(`/ballot/surveys/${this.surveyId}`);
  }
}
