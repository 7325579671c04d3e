import { keyFingerprint, TICKET_SCHEME, type CastRequest, type OwnCopyRequest, type Ticket } from '#ballot';
import { ticketSerial, verifyCastProof, verifyOwnCopyProof } from '#ballot/server';
import type { Clock } from '#config';
import type { BallotSurveyResponse, CastBallotResponse, OwnCopyResponse, TicketKeyResponse } from '#contract';
import type { AnnouncedSurvey, BallotBoxRepository, CastOutcome } from '#database/ballot';
import { DomainError } from '#survey-model';
import type { CastLimiter } from './cast-limits.js';
import { ticketKind, type TicketKeyRing, type TicketKind } from './ticket-key-ring.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COPY_BYTES = 16_384;

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
    const survey = await this.find(surveyId);
    const { form, tallyPublicKey, custody, closesAt, closed, destroyOn, destroyed, paper } = survey;
    const published = closed ? await this.box.findRoot(surveyId) : null;
    return {
      form,
      ticketKey: await ticketKey(survey.ticketPublicKey),
      paperTicketKey: paper && (await ticketKey(paper.ticketPublicKey)),
      tallyKey: { publicKey: tallyPublicKey, fingerprint: await keyFingerprint(tallyPublicKey), custody },
      closesAt: closesAt.toISOString(),
      accepting: !closed && this.clock() < closesAt,
      destroyOn,
      destroyed,
      ballotBox: published && { ...published, root: published.root.toString('hex') },
    };
  }

  /** @throws DomainError "survey-unknown", "leaves-not-yet", "box-destroyed" */
  async getLeaves(surveyId: string): Promise<Buffer> {
    const { destroyed } = await this.find(surveyId);
    if (destroyed) throw refusals.destroyed();
    const list = await this.box.findLeaves(surveyId);
    if (!list) throw refusals['leaves-not-yet']();
    return list.leaves;
  }

  /**
   * Stores one ballot a ticket, the highest revision of it. The same bytes may be sent as often as it takes to hear the answer.
   * @throws DomainError "survey-unknown", "ticket-scheme-unknown", "ticket-forged", "proof-wrong", "ballot-older", "survey-closed",
   *   "ticket-too-often", "collector-busy"
   */
  cast(surveyId: string, request: CastRequest): Promise<CastBallotResponse> {
    return this.limiter.withPlace(async () => {
      const { kind, serial } = await this.admit(surveyId, request.ticket, () => verifyCastProof(surveyId, request));
      const { revision } = request;
      const [sealed, copy] = [request.ballot, request.copy].map((part) => Buffer.from(part, 'base64url'));
      if (!sealed || !copy) throw refusals.malformed();
      const ballot = { surveyId, serial, revision, sealed, copy, paper: kind === 'paper' };
      const outcome = await this.box.cast(ballot, this.clock());
      if (outcome === 'stored' || outcome === 'replaced' || outcome === 'already-stored')
        return { serial: serial.toString('base64url'), outcome };
      throw refusals[outcome]();
    });
  }

  /** @throws DomainError "survey-unknown", "ticket-scheme-unknown", "ticket-forged", "proof-wrong", "ticket-too-often", "collector-busy" */
  getOwnCopy(surveyId: string, request: OwnCopyRequest): Promise<OwnCopyResponse> {
    return this.limiter.withPlace(async () => {
      const { serial } = await this.admit(surveyId, request.ticket, () => verifyOwnCopyProof(surveyId, request));
      const own = await this.box.findOwn(surveyId, serial);
      return {
        found: own !== null,
        revision: own?.revision ?? 0,
        sealedDigest: (own?.sealedDigest ?? Buffer.alloc(32)).toString('base64url'),
        copy: (own?.copy ?? Buffer.alloc(COPY_BYTES)).toString('base64url'),
      };
    });
  }

  /** Ticket first, then the proof that its holder sent this: an attempt is counted only for a ticket that is genuine. */
  private async admit(
    surveyId: string,
    ticket: Ticket,
    isProven: () => boolean,
  ): Promise<{ readonly kind: TicketKind; readonly serial: Buffer }> {
    const keys = UUID.test(surveyId) ? await this.keys.findKeys(surveyId) : null;
    if (!keys) throw refusals['unknown-survey']();
    if (ticket.scheme !== TICKET_SCHEME) throw refusals['unknown-scheme']();
    const kind = ticketKind(keys, ticket);
    if (kind === null) throw refusals.forged();
    if (!isProven()) throw refusals['wrong-proof']();
    const serial = ticketSerial(ticket);
    await this.limiter.countAttempt(`${surveyId} ${serial.toString('base64url')}`);
    return { kind, serial };
  }

  private async find(surveyId: string): Promise<AnnouncedSurvey> {
    if (!UUID.test(surveyId)) throw refusals['unknown-survey']();
    return this.box.getSurvey(surveyId);
  }
}

async function ticketKey(publicKey: string): Promise<TicketKeyResponse> {
  return { scheme: TICKET_SCHEME, publicKey, fingerprint: await keyFingerprint(publicKey) };
}

type Refusal =
  | Exclude<CastOutcome, 'stored' | 'replaced' | 'already-stored'>
  | 'unknown-scheme'
  | 'forged'
  | 'wrong-proof'
  | 'leaves-not-yet'
  | 'destroyed';

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
  'wrong-proof': () =>
    new DomainError(
      'forbidden',
      'proof-wrong',
      'この送信は、回答券を受け取った端末で署名されていません。ページを開き直しても続くときは、人事担当へ連絡してください。',
      "This was not signed by the ticket's own key. Open the page again; if this persists, contact HR.",
    ),
  'older-revision': () =>
    new DomainError(
      'conflict',
      'ballot-older',
      'この回答券では、これと同じか新しい版の回答がすでに受け付けられています。ページを開き直すと、最新の回答から直せます。',
      'A newer version of this ballot, or another of the same number, is in the box. Open the page again to correct the latest.',
    ),
  'leaves-not-yet': () =>
    new DomainError(
      'not-found',
      'leaves-not-yet',
      '受領証の一覧は、開票が済むと公表されます。',
      'The list of leaves is published when the box has been opened.',
    ),
  destroyed: () =>
    new DomainError(
      'gone',
      'box-destroyed',
      'この調査の回答と受領証の一覧は、約束した日に廃棄されました。',
      'The ballots and the list of leaves were destroyed on the day declared to staff.',
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
