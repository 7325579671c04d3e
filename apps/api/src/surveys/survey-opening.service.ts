import { Inject, Injectable } from '@nestjs/common';
import { encryptPrivateKey, generateTicketKey, type TicketKeyPair } from '#ballot/server';
import type { ApiConfig } from '#config';
import type { SurveyResponse } from '#contract';
import { CustodyRepository, insertAuditEvent, insertJob, SurveyRepository } from '#database';
import { newJob } from '#queue';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { refuseOpening, refuseUntestedKey } from './opening-guards.js';
import { SurveyFrameService } from './survey-frame.service.js';
import { SurveyLineageService } from './survey-lineage.service.js';
import { surveyUnknown } from './survey-refusals.js';
import { toSurveyResponse } from './survey-responses.js';

interface SurveyTicketKeys {
  readonly keys: TicketKeyPair;
  readonly paperKeys: TicketKeyPair | null;
}

/** draft -> open. From then on group size, questionnaire and target are fixed, whoever asks. */
@Injectable()
export class SurveyOpeningService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyRepository,
    private readonly frames: SurveyFrameService,
    private readonly lineages: SurveyLineageService,
    private readonly custody: CustodyRepository,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws DomainError "survey-unknown", "survey-state", "survey-over", "target-empty", "custody-not-tested" */
  async open(account: SignedInAccount, id: string): Promise<SurveyResponse> {
    const draft = await this.surveys.find(id);
    if (!draft) throw surveyUnknown();
    refuseOpening(draft, this.config.clock());
    // Takes a second: before the transaction, which locks the survey and looks again.
    const keys = await generateTicketKey();
    // A key of their own: paper tickets last longer than the others.
    const paperKeys = draft.paperUntil === null ? null : await generateTicketKey();
    await this.dataSource.transaction((manager) => this.openLocked(manager, account, id, { keys, paperKeys }));
    const summary = await this.surveys.findSummary(id);
    if (!summary) throw surveyUnknown();
    return toSurveyResponse(summary);
  }

  private async openLocked(
    manager: EntityManager,
    account: SignedInAccount,
    id: string,
    { keys, paperKeys }: SurveyTicketKeys,
  ): Promise<void> {
    const at = this.config.clock();
    const survey = await this.surveys.findLocked(manager, id, 'exclusive');
    if (!survey) throw surveyUnknown();
    refuseOpening(survey, at);
    if (survey.custody === 'custodians') refuseUntestedKey(await this.custody.findTallyKey(id, manager));
    // Without a paper period there is no paper key, even where somebody changed the draft in this very moment.
    const usedPaperKeys = survey.paperUntil === null ? null : (paperKeys ?? (await generateTicketKey()));
    const frame = await this.frames.build(manager, survey, keys.publicKey, usedPaperKeys?.publicKey ?? null);
    const encrypt = (pair: TicketKeyPair): string => encryptPrivateKey(pair.privateKey, this.config.ticketKeyKey, id);
    await this.surveys.open(
      manager,
      frame,
      { online: encrypt(keys), paper: usedPaperKeys && encrypt(usedPaperKeys) },
      at,
    );
    await this.lineages.record(manager, frame);
    await insertJob(manager, newJob('survey.announce', { surveyId: id }, account.login));
    const detail = { invited: frame.invited, minGroup: frame.minGroup };
    await insertAuditEvent(manager, { at, actor: account.login, action: 'survey.opened', subject: id, detail });
  }
}
