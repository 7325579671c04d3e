import { Inject, Injectable } from '@nestjs/common';
import { keyFingerprint } from '#ballot';
import { decryptPrivateKey, signBlinded } from '#ballot/server';
import type { ApiConfig, Clock } from '#config';
import type { DoneResponse, MySurveyResponse, OwnTicketResponse, TicketRequest, TicketResponse } from '#contract';
import { ParticipationRepository, SurveyRepository, type OwnSurvey, type ParticipationEntity } from '#database';
import { DomainError, endOfDayInJapan, fiscalYearLabel } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, CONFIG } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { surveyUnknown } from '../surveys/survey-refusals.js';
import { requireOpen } from './ticket-guards.js';

/** So many marks "done" are written together, so that none of them tells when a ballot came. */
const CROWD = 10;

/** What a person does with a survey, short of answering it: get the one ticket, say that it is spent. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyRepository,
    private readonly participations: ParticipationRepository,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async findMine({ staffMemberId }: SignedInAccount): Promise<MySurveyResponse[]> {
    if (staffMemberId === null) return [];
    const now = this.clock();
    const own = await this.participations.findOwn(staffMemberId);
    return Promise.all(own.map((each) => toResponse(each, now)));
  }

  /**
   * Signs what the browser blinded, or gives the signature that it got before: a lost answer costs nothing. What is signed cannot be
   * read, and the ticket that comes of it is never seen here.
   * @throws DomainError "survey-unknown", "not-invited", "survey-not-open", "survey-closed", "ticket-taken", "paper-taken",
   *   "blinded-message", "ticket-signing-fault"
   */
  issue(account: SignedInAccount, surveyId: string, { blinded, escrow }: TicketRequest): Promise<TicketResponse> {
    const request = Buffer.from(blinded, 'base64url');
    return this.dataSource.transaction(async (manager) => {
      // Shared: the close waits for this ticket and counts it, or this ticket sees the close.
      const survey = await this.surveys.findLocked(manager, surveyId, 'shared');
      if (!survey) throw surveyUnknown();
      const row = await this.lockOwn(manager, account, surveyId);
      const { ticketPrivateKey } = requireOpen(survey, this.clock());
      if (row.state === 'paper') throw paperTaken();
      const known = storedTicket(row);
      if (known && row.ticketRequest?.equals(request)) return known;
      if (known) throw ticketTaken();
      const signature = signBlinded(decryptPrivateKey(ticketPrivateKey, this.config.ticketKeyKey, surveyId), blinded);
      await this.participations.saveTicket(manager, row, {
        request,
        signature: Buffer.from(signature, 'base64url'),
        escrow: Buffer.from(escrow, 'base64url'),
      });
      return { signature, escrow };
    });
  }

  /** What was signed for the person, for another device. @throws DomainError "not-invited", "ticket-missing" */
  async getOwn(account: SignedInAccount, surveyId: string): Promise<OwnTicketResponse> {
    const row = await this.findOwn(account, surveyId);
    const known = storedTicket(row);
    if (!known || !row.ticketRequest) throw ticketMissing('not-found');
    return { blinded: row.ticketRequest.toString('base64url'), ...known };
  }

  /**
   * Puts the mark with others, and writes all of them at once when there are ten. The browser says it again until it is stored.
   * @throws DomainError "not-invited", "ticket-missing"
   */
  async markDone(account: SignedInAccount, surveyId: string): Promise<DoneResponse> {
    // Not locked: a lock leaves the number of its transaction on the row, and with it the order in which people were done.
    const row = await this.findOwn(account, surveyId);
    if (row.state === 'done') return { stored: true };
    if (row.state !== 'started') throw ticketMissing('conflict');
    return this.dataSource.transaction(async (manager) => {
      await this.participations.lockDonePool(manager, surveyId);
      const waiting = await this.participations.poolDone(manager, surveyId, row.staffMemberId);
      const survey = await this.surveys.find(surveyId, manager);
      const over = survey?.state === 'closed' || survey?.state === 'released';
      const stored = waiting >= CROWD || over;
      if (stored) await this.participations.flushDonePool(manager, surveyId);
      return { stored };
    });
  }

  private async findOwn({ staffMemberId }: SignedInAccount, surveyId: string): Promise<ParticipationEntity> {
    const row = staffMemberId && (await this.participations.find(surveyId, staffMemberId));
    if (!row) throw notInvited();
    return row;
  }

  private async lockOwn(
    manager: EntityManager,
    { staffMemberId }: SignedInAccount,
    surveyId: string,
  ): Promise<ParticipationEntity> {
    const row = staffMemberId && (await this.participations.findLocked(manager, surveyId, staffMemberId));
    if (!row) throw notInvited();
    return row;
  }
}

async function toResponse(own: OwnSurvey, now: Date): Promise<MySurveyResponse> {
  const { id, title, fiscalYear, closesOn, surveyState, state } = own;
  return {
    id,
    title,
    fiscalYearLabel: fiscalYearLabel(fiscalYear),
    closesOn,
    state,
    open: surveyState === 'open' && now < endOfDayInJapan(closesOn),
    prefill: {
      department: own.departmentCode,
      position: own.positionKey,
      ...(own.ageBand === null ? {} : { ageBand: own.ageBand }),
      employmentType: own.employmentType,
    },
    ticketKeyFingerprint: await keyFingerprint(own.ticketPublicKey),
    tallyKeyFingerprint: own.tallyPublicKey && (await keyFingerprint(own.tallyPublicKey)),
    destroyOn: own.destroyOn,
    exceptions: own.exceptions.map(({ at, reason }) => ({ at: new Date(at).toISOString(), reason })),
  };
}

function storedTicket({ ticketSignature, escrow }: ParticipationEntity): TicketResponse | null {
  if (!ticketSignature || !escrow) return null;
  return { signature: ticketSignature.toString('base64url'), escrow: escrow.toString('base64url') };
}

function ticketTaken(): DomainError {
  return new DomainError(
    'conflict',
    'ticket-taken',
    '回答券は一人一枚で、すでに別の端末かブラウザで受け取られています。その端末で続けるか、この端末で「控え」の番号を入力してください。控えもないときは人事担当へ相談してください。',
    'Everybody gets one ticket, and yours went to another browser or device. Continue there, or enter your recovery code here. If that is lost too, ask HR.',
  );
}

export function notInvited(): DomainError {
  return new DomainError(
    'forbidden',
    'not-invited',
    'この調査の対象に入っていません。心当たりがないときは人事担当へ問い合わせてください。',
    'You are not among those asked to answer this survey. Ask HR if that seems wrong.',
  );
}

export function paperTaken(): DomainError {
  return new DomainError(
    'conflict',
    'paper-taken',
    '紙の調査票を受け取った記録があるため、画面からは回答できません。紙で提出するか、人事担当へ相談してください。',
    'A paper form was taken for this person, so no ticket can be issued. Hand in the paper, or ask HR.',
  );
}

function ticketMissing(kind: 'not-found' | 'conflict'): DomainError {
  return new DomainError(
    kind,
    'ticket-missing',
    'この調査への回答はまだ始まっていません。',
    'No ticket has been issued for you in this survey.',
  );
}
