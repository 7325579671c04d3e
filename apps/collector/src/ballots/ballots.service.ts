import { keyFingerprint, TICKET_SCHEME, type CastRequest } from '#ballot';
import { ticketSerial } from '#ballot/server';
import type { Clock } from '#config';
import type { BallotSurveyResponse, CastBallotResponse } from '#contract';
import type { BallotBoxRepository, CastOutcome } from '#database/ballot';
import { DomainError } from '#survey-model';
import type { CastLimiter } from './cast-limits.js';
import { ticketKind, type TicketKeyRing } from './ticket-key-ring.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ticket in, ballot into the box. */
export class BallotsService {
  constructor(
    private readonly box: BallotBoxRepository,
    private readonly keys: TicketKeyRing,
    private readonly limiter: CastLimiter,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError "survey-unknown" */
  async getSurvey(surveyId: string): Promise<BallotSurveyResponse> {
    if (!UUID.test(surveyId)) throw refusals['unknown-survey']();
    const { form, ticketPublicKey, closesAt, closed } = await this.box.getSurvey(surveyId);
    const fingerprint = await keyFingerprint(ticketPublicKey);
    return {
      form,
      ticketKey: { scheme: TICKET_SCHEME, publicKey: ticketPublicKey, fingerprint },
      closesAt: closesAt.toISOString(),
      accepting: !closed && this.clock() < closesAt,
    };
  }

  /**
   * Stores one ballot, at most once a ticket. The same bytes may be sent as often as it takes to hear the answer.
   * @throws DomainError "survey-unknown", "ticket-scheme-unknown", "ticket-forged", "ticket-spent", "survey-closed",
   *   "ticket-too-often", "collector-busy"
   */
  cast(surveyId: string, request: CastRequest): Promise<CastBallotResponse> {
    return this.limiter.withPlace(async () => {
      const keys = UUID.test(surveyId) ? await this.keys.findKeys(surveyId) : null;
      if (!keys) throw refusals['unknown-survey']();
      if (request.ticket.scheme !== TICKET_SCHEME) throw refusals['unknown-scheme']();
      const kind = ticketKind(keys, request.ticket);
      if (kind === null) throw refusals['forged']();
      const serial = ticketSerial(request.ticket);
      const number = serial.toString('base64url');
      await this.limiter.countAttempt(`${surveyId} ${number}`);
      const ballot = { surveyId, serial, sealed: Buffer.from(request.ballot, 'base64url'), paper: kind === 'paper' };
      const outcome = await this.box.cast(ballot, this.clock());
      if (outcome !== 'stored' && outcome !== 'already-stored') throw refusals[outcome]();
      return { serial: number, outcome };
    });
  }
}

type Refusal = Exclude<CastOutcome, 'stored' | 'already-stored'> | 'unknown-scheme' | 'forged';

const refusals: Record<Refusal, () => DomainError> = {
  'unknown-survey': () =>
    new DomainError(
      'not-found',
      'survey-unknown',
      'この調査は受け付けていません。案内に書かれたアドレスを確かめてください。',
      'There is no such survey. Check the address in the invitation.',
    ),
  'unknown-scheme': () =>
    new DomainError(
      'invalid',
      'ticket-scheme-unknown',
      '回答券の方式がこの受付に合いません。ページを再読み込みしてやり直してください。',
      `The ticket's scheme is not ${TICKET_SCHEME}. Reload the page and try again.`,
    ),
  forged: () =>
    new DomainError(
      'forbidden',
      'ticket-forged',
      'この回答券は、この調査のものではありません。ページを開き直しても続くときは、人事担当へ連絡してください。',
      'This ticket was not signed for this survey. Open the page again; if this persists, contact HR.',
    ),
  spent: () =>
    new DomainError(
      'conflict',
      'ticket-spent',
      'この回答券では、別の回答がすでに受け付けられています。先に送られた回答が有効です。',
      'This ticket was already used for another ballot. The one sent first counts.',
    ),
  closed: () =>
    new DomainError(
      'gone',
      'survey-closed',
      'この調査の受付は終わりました。この回答は受け付けられていません。',
      'This survey is closed. This ballot was not taken.',
    ),
  malformed: () =>
    new DomainError(
      'invalid',
      'request-malformed',
      '回答の大きさが正しくありません。ページを再読み込みしてやり直してください。',
      'The ballot has a wrong size. Reload the page and try again.',
    ),
};
