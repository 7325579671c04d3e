import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { CreateSurveyRequest, SurveyDetailResponse, SurveyResponse } from '#contract';
import { insertAuditEvent, SurveyRepository } from '#database';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { checkDraft } from './check-draft.js';
import { surveyNotDraft, surveyUnknown } from './survey-refusals.js';
import { toSurveyDetail, toSurveyResponse } from './survey-responses.js';

/** Surveys to look at, and drafts to work on. */
@Injectable()
export class SurveyDraftsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(): Promise<SurveyResponse[]> {
    return (await this.surveys.findAll()).map(toSurveyResponse);
  }

  /** @throws DomainError "survey-unknown" */
  async get(id: string): Promise<SurveyDetailResponse> {
    const [summary, survey] = await Promise.all([this.surveys.findSummary(id), this.surveys.find(id)]);
    if (!summary || !survey) throw surveyUnknown();
    return toSurveyDetail(summary, survey.questionnaire);
  }

  /** @throws DomainError as `checkDraft` */
  async create(account: SignedInAccount, request: CreateSurveyRequest): Promise<SurveyDetailResponse> {
    const draft = checkDraft(request);
    const id = await this.dataSource.transaction(async (manager) => {
      const newId = await this.surveys.insert(manager, draft, this.clock());
      await this.record(manager, account, 'survey.created', newId);
      return newId;
    });
    return this.get(id);
  }

  /** @throws DomainError "survey-unknown", "survey-not-draft", and as `checkDraft` */
  async update(account: SignedInAccount, id: string, request: CreateSurveyRequest): Promise<SurveyDetailResponse> {
    const draft = checkDraft(request);
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.surveys.updateDraft(manager, id, draft))) throw await this.refusal(id);
      await this.record(manager, account, 'survey.changed', id);
    });
    return this.get(id);
  }

  /** @throws DomainError "survey-unknown", "survey-not-draft" */
  async delete(account: SignedInAccount, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.surveys.deleteDraft(manager, id))) throw await this.refusal(id);
      await this.record(manager, account, 'survey.deleted', id);
    });
  }

  private async refusal(id: string): Promise<Error> {
    return (await this.surveys.find(id)) ? surveyNotDraft() : surveyUnknown();
  }

  private record(manager: EntityManager, account: SignedInAccount, action: string, subject: string): Promise<void> {
    return insertAuditEvent(manager, { at: this.clock(), actor: account.login, action, subject });
  }
}
