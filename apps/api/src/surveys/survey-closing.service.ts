import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { SurveyResponse } from '#contract';
import { insertAuditEvent, insertJob, ParticipationRepository, SurveyRepository, type SurveyEntity } from '#database';
import { newJob } from '#queue';
import { canMove, DomainError } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { surveyUnknown, wrongState } from './survey-refusals.js';
import { toSurveyResponse } from './survey-responses.js';

/** open -> paper-entry -> closed. Each move locks the survey, so that of two who press at once one is told it is done. */
@Injectable()
export class SurveyClosingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyRepository,
    private readonly participations: ParticipationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "survey-unknown", "survey-state", "no-paper-period" */
  startPaperEntry(account: SignedInAccount, id: string): Promise<SurveyResponse> {
    return this.move(id, async (manager, survey) => {
      if (!canMove(survey.state, 'paper-entry')) throw wrongState(survey.state, 'paper-entry');
      if (survey.paperUntil === null) throw noPaperPeriod();
      await this.surveys.startPaperEntry(manager, id);
      await insertAuditEvent(manager, {
        at: this.clock(),
        actor: account.login,
        action: 'survey.paper-entry-started',
        subject: id,
      });
    });
  }

  /** @throws DomainError "survey-unknown", "survey-state" */
  close(account: SignedInAccount, id: string): Promise<SurveyResponse> {
    return this.move(id, async (manager, survey) => {
      if (!canMove(survey.state, 'closed')) throw wrongState(survey.state, 'close');
      const at = this.clock();
      await this.participations.lockDonePool(manager, id);
      await this.participations.flushDonePool(manager, id);
      const { online, exceptions } = await this.participations.countTickets(manager, id);
      const papers = survey.paperTickets;
      await this.surveys.close(manager, id, { tickets: online + papers, exceptions, papers }, at);
      await insertJob(manager, newJob('survey.tally', { surveyId: id }, account.login));
      const detail = { tickets: online, exceptions, paperTickets: papers };
      await insertAuditEvent(manager, { at, actor: account.login, action: 'survey.closed', subject: id, detail });
    });
  }

  private async move(
    id: string,
    work: (manager: EntityManager, survey: SurveyEntity) => Promise<void>,
  ): Promise<SurveyResponse> {
    await this.dataSource.transaction(async (manager) => {
      const survey = await this.surveys.findLocked(manager, id, 'exclusive');
      if (!survey) throw surveyUnknown();
      await work(manager, survey);
    });
    const summary = await this.surveys.findSummary(id);
    if (!summary) throw surveyUnknown();
    return toSurveyResponse(summary);
  }
}

function noPaperPeriod(): DomainError {
  return new DomainError(
    'conflict',
    'no-paper-period',
    'この調査には紙の入力期限がありません。締め切ると集計が始まります。',
    'This survey has no period for typing in paper answers. Close it to start the tally.',
  );
}
