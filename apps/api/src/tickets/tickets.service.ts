import { Inject, Injectable } from '@nestjs/common';
import { decryptPrivateKey, signTicket } from '#ballot/server';
import type { ApiConfig, Clock } from '#config';
import type { MySurveyResponse, TicketResponse } from '#contract';
import { ParticipationRepository, SurveyRepository, type OwnSurvey, type ParticipationEntity } from '#database';
import { DomainError, endOfDayInJapan, fiscalYearLabel } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, CONFIG } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { surveyUnknown } from '../surveys/survey-refusals.js';
import { readTicketMessage, requireOpen, type OpenSurvey } from './ticket-guards.js';

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
    return (await this.participations.findOwn(staffMemberId)).map((own) => toResponse(own, now));
  }

  /**
   * Signs the message, or gives the signature that it got before: a lost answer costs nothing.
   * @throws DomainError "survey-unknown", "not-invited", "survey-not-open", "survey-closed", "ticket-taken", "paper-taken",
   *   "ticket-message"
   */
  issue(account: SignedInAccount, surveyId: string, message: string): Promise<TicketResponse> {
    const request = readTicketMessage(message);
    return this.dataSource.transaction(async (manager) => {
      // Shared: the close waits for this ticket and counts it, or this ticket sees the close.
      const survey = await this.surveys.findLocked(manager, surveyId, 'shared');
      if (!survey) throw surveyUnknown();
      const row = await this.lockOwn(manager, account, surveyId);
      const open = requireOpen(survey, this.clock());
      if (row.state === 'paper') throw paperTaken();
      if (row.ticketSignature) return { signature: sameTicket(row, request) };
      const signature = this.sign(open, request);
      await this.participations.saveTicket(manager, row, request, Buffer.from(signature, 'base64url'));
      return { signature };
    });
  }

  /** @throws DomainError "not-invited", "ticket-missing" */
  async markDone(account: SignedInAccount, surveyId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const row = await this.lockOwn(manager, account, surveyId);
      if (row.state === 'done') return;
      if (row.state !== 'started') throw ticketMissing();
      await this.participations.saveState(manager, row, 'done');
    });
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

  private sign(survey: OpenSurvey, request: Buffer): string {
    return signTicket(decryptPrivateKey(survey.ticketPrivateKey, this.config.ticketKeyKey, survey.id), request);
  }
}

function toResponse(own: OwnSurvey, now: Date): MySurveyResponse {
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
  };
}

/** The stored signature, if it is of this message. @throws DomainError "ticket-taken" */
function sameTicket({ ticketRequest, ticketSignature }: ParticipationEntity, request: Buffer): string {
  if (ticketSignature && ticketRequest?.equals(request)) return ticketSignature.toString('base64url');
  throw new DomainError(
    'conflict',
    'ticket-taken',
    '回答券は一人一枚で、すでに別の端末かブラウザで受け取られています。回答を始めた端末で続けてください。見つからないときは人事担当へ相談してください。',
    'Everybody gets one ticket, and yours went to another browser or device. Continue there, or ask HR.',
  );
}

function notInvited(): DomainError {
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

function ticketMissing(): DomainError {
  return new DomainError(
    'conflict',
    'ticket-missing',
    'この調査への回答はまだ始まっていません。',
    'No ticket has been issued, so there is nothing to mark as done.',
  );
}
