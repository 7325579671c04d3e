import { Inject, Injectable } from '@nestjs/common';
import { decryptPrivateKey, signBlinded } from '#ballot/server';
import type { ApiConfig, Clock } from '#config';
import type { BlindSignatureResponse } from '#contract';
import { insertAuditEvent, ParticipationRepository, SurveyRepository } from '#database';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import { CLOCK, CONFIG } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { surveyUnknown } from '../surveys/survey-refusals.js';
import { requirePaperOpen } from './ticket-guards.js';

/** Answers on paper: who took a form is noted, and each answer typed in gets a ticket that is counted. */
@Injectable()
export class PaperTicketsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyRepository,
    private readonly participations: ParticipationRepository,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Notes that somebody took the paper form. They see it on their own page.
   * @throws DomainError "survey-unknown", "survey-not-open", "survey-closed", "staff-not-invited", "online-started"
   */
  async mark(account: SignedInAccount, surveyId: string, staffNumber: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const survey = await this.surveys.findLocked(manager, surveyId, 'shared');
      if (!survey) throw surveyUnknown();
      const at = this.clock();
      requirePaperOpen(survey, at);
      const staffMemberId = await this.participations.findInvited(manager, surveyId, staffNumber);
      const row = staffMemberId && (await this.participations.findLocked(manager, surveyId, staffMemberId));
      if (!row) throw staffNotInvited(staffNumber);
      if (row.state === 'paper') return;
      if (row.ticketSignature) throw onlineStarted(staffNumber);
      await this.participations.saveState(manager, row, 'paper');
      const detail = { surveyId };
      await insertAuditEvent(manager, {
        at,
        actor: account.login,
        action: 'paper.marked',
        subject: staffNumber,
        detail,
      });
    });
  }

  /**
   * Signs a ticket for one paper answer. Never more than papers were taken: whoever holds the key could otherwise vote for people
   * who never came, and nobody would see it on their own page.
   * @throws DomainError "survey-unknown", "survey-not-open", "survey-closed", "papers-used-up", "blinded-message"
   */
  issue(account: SignedInAccount, surveyId: string, blinded: string): Promise<BlindSignatureResponse> {
    return this.dataSource.transaction(async (manager) => {
      const survey = await this.surveys.findLocked(manager, surveyId, 'exclusive');
      if (!survey) throw surveyUnknown();
      const at = this.clock();
      const { ticketPrivateKey, paperTicketPrivateKey } = requirePaperOpen(survey, at);
      const { papers } = await this.participations.countTickets(manager, surveyId);
      if (survey.paperTickets >= papers) throw papersUsedUp(papers);
      await this.surveys.countPaperTicket(manager, surveyId);
      await insertAuditEvent(manager, { at, actor: account.login, action: 'paper.ticket-issued', subject: surveyId });
      const key = decryptPrivateKey(paperTicketPrivateKey ?? ticketPrivateKey, this.config.ticketKeyKey, surveyId);
      return { signature: signBlinded(key, blinded) };
    });
  }
}

export function staffNotInvited(staffNumber: string): DomainError {
  return new DomainError(
    'not-found',
    'staff-not-invited',
    `職員番号 ${staffNumber} は、この調査の対象に入っていません。番号を確かめてください。`,
    `The staff number ${staffNumber} is not among those asked to answer this survey.`,
    { field: 'staffNumber' },
  );
}

function onlineStarted(staffNumber: string): DomainError {
  return new DomainError(
    'conflict',
    'online-started',
    `職員番号 ${staffNumber} は画面からの回答を始めているため、紙は渡せません。`,
    `${staffNumber} has a ticket already and answers online; no paper form can be given out.`,
    { field: 'staffNumber' },
  );
}

function papersUsedUp(papers: number): DomainError {
  return new DomainError(
    'conflict',
    'papers-used-up',
    `紙を渡した記録(${papers}人)を超えて入力できません。先に、紙を渡した職員を記録してください。`,
    `Only ${papers} paper forms were given out, and as many answers were typed in. Note who took a form first.`,
  );
}
