import { Inject, Injectable } from '@nestjs/common';
import type { ApiConfig } from '#config';
import type {
  CreateStatementSourceRequest,
  NewStatementSourceResponse,
  ParkedStatementResponse,
  ResolveParkedRequest,
  ResolvedParkedResponse,
  StatementSourceResponse,
} from '#contract';
import { insertAuditEvent, ParkedStatementRepository, StatementSourceRepository } from '#database';
import { DataSource } from 'typeorm';
import { CONFIG } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { hashSourceSecret, makeSourceSecret } from '../xapi/source-secret.js';
import { sourceExists, sourceUnknown } from './learning-record-refusals.js';
import { ParkedAnswersService } from './parked-answers.service.js';
import { toParkedResponse, toSourceResponse } from './statement-source-responses.js';

/** Entries of the list; each is one answer that HR has to give. */
const LISTED = 500;

/** Learning systems that report completions, and what of their reports waits for HR. */
@Injectable()
export class LearningRecordsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sources: StatementSourceRepository,
    private readonly parked: ParkedStatementRepository,
    private readonly answers: ParkedAnswersService,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  async listSources(_account: SignedInAccount): Promise<StatementSourceResponse[]> {
    return (await this.sources.list()).map(toSourceResponse);
  }

  /** @throws DomainError "statement-source-exists" */
  async createSource(
    account: SignedInAccount,
    { key, name }: CreateStatementSourceRequest,
  ): Promise<NewStatementSourceResponse> {
    const secret = makeSourceSecret();
    const at = this.config.clock();
    const source = { key, name, secretHash: hashSourceSecret(secret), createdAt: at, createdBy: account.login };
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.sources.insert(manager, source))) throw sourceExists();
      const event = { at, actor: account.login, action: 'statement-source.created', subject: key };
      await insertAuditEvent(manager, event);
    });
    const endpoint = `${this.config.publicUrl.replace(/\/+$/, '')}/api/xapi`;
    return { source: await this.getSource(key), secret, endpoint };
  }

  /** Revoking again changes nothing. @throws DomainError "statement-source-unknown" */
  async revokeSource(account: SignedInAccount, key: string): Promise<StatementSourceResponse> {
    await this.dataSource.transaction(async (manager) => {
      const at = this.config.clock();
      if (!(await this.sources.revoke(manager, key, at))) return;
      const event = { at, actor: account.login, action: 'statement-source.revoked', subject: key };
      await insertAuditEvent(manager, event);
    });
    return this.getSource(key);
  }

  async listParked(_account: SignedInAccount): Promise<ParkedStatementResponse[]> {
    return (await this.parked.listGroups(LISTED)).map(toParkedResponse);
  }

  /** @throws DomainError "parked-unknown", "parked-resolved", "answer-…", "staff-unknown", "course-unknown" */
  resolveParked(account: SignedInAccount, id: string, body: ResolveParkedRequest): Promise<ResolvedParkedResponse> {
    return this.answers.resolve(account, id, body);
  }

  private async getSource(key: string): Promise<StatementSourceResponse> {
    const source = await this.sources.find(key);
    if (!source) throw sourceUnknown();
    return toSourceResponse(source);
  }
}
