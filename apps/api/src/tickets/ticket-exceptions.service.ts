import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { TicketExceptionRequest } from '#contract';
import { insertAuditEvent, ParticipationRepository, SurveyRepository } from '#database';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { surveyUnknown } from '../surveys/survey-refusals.js';
import { staffNotInvited } from './paper-tickets.service.js';
import { requireOpen } from './ticket-guards.js';

/** A second ticket for somebody who lost the recovery code: counted, published as a number, and shown to the person. */
@Injectable()
export class TicketExceptionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyRepository,
    private readonly participations: ParticipationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "survey-unknown", "survey-not-open", "survey-closed", "staff-not-invited", "exception-needless" */
  async grant(account: SignedInAccount, surveyId: string, request: TicketExceptionRequest): Promise<void> {
    const { staffNumber } = request;
    await this.dataSource.transaction(async (manager) => {
      const survey = await this.surveys.findLocked(manager, surveyId, 'shared');
      if (!survey) throw surveyUnknown();
      const at = this.clock();
      requireOpen(survey, at);
      await this.participations.lockDonePool(manager, surveyId);
      const staffMemberId = await this.participations.findInvited(manager, surveyId, staffNumber);
      const row = staffMemberId && (await this.participations.findLocked(manager, surveyId, staffMemberId));
      if (!row) throw staffNotInvited(staffNumber);
      if (!row.ticketSignature) throw needless(staffNumber);
      const reason = request.reason.trim();
      await this.participations.grantException(manager, row, { at, by: account.login, reason });
      await insertAuditEvent(manager, {
        at,
        actor: account.login,
        action: 'ticket.exception-granted',
        subject: staffNumber,
        detail: { surveyId, reason },
      });
    });
  }
}

function needless(staffNumber: string): DomainError {
  return new DomainError(
    'conflict',
    'exception-needless',
    `職員番号 ${staffNumber} は、まだ回答券を受け取っていないか、紙で回答します。例外の手続きは要りません。`,
    `${staffNumber} has no ticket; no exception is needed.`,
    { field: 'staffNumber' },
  );
}
