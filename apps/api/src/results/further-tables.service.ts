import { Inject, Injectable } from '@nestjs/common';
import type { ApiConfig } from '#config';
import type { TableRequestBody, TableRequestResponse, TableRequestsResponse } from '#contract';
import {
  insertAuditEvent,
  insertJob,
  ReleaseRepository,
  SurveyRepository,
  TableRequestRepository,
  type TableRequestRow,
} from '#database';
import { newJob } from '#queue';
import { dateInJapan, type Release, type TableSpec } from '#survey-model';
import { DataSource } from 'typeorm';
import { CONFIG } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { surveyUnknown } from '../surveys/survey-refusals.js';
import { attributeUnknown, departmentUnknown, notReleased, tableKnown, tablesOver } from './result-refusals.js';

/** Further tables of a released survey. What is asked for is decided by the tally, by counts alone and against the ledger. */
@Injectable()
export class FurtherTablesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyRepository,
    private readonly releases: ReleaseRepository,
    private readonly requests: TableRequestRepository,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws DomainError "survey-unknown" */
  async list(surveyId: string): Promise<TableRequestsResponse> {
    const survey = await this.surveys.findSummary(surveyId);
    if (!survey) throw surveyUnknown();
    const rows = await this.requests.find(surveyId);
    return {
      open: survey.state === 'released' && this.isOpen(survey),
      destroyOn: survey.destroyOn,
      awaitingKey: survey.awaitingKey,
      requests: rows.map(toResponse),
    };
  }

  /**
   * Writes the request and, where no custodian is needed for it, the job that decides it, in one transaction.
   * @throws DomainError "survey-unknown", "not-released", "tables-over", "attribute-unknown", "department-unknown", "table-known"
   */
  async request(account: SignedInAccount, surveyId: string, body: TableRequestBody): Promise<TableRequestsResponse> {
    const survey = await this.surveys.findSummary(surveyId);
    if (!survey) throw surveyUnknown();
    const release = await this.releases.findLatest(surveyId);
    if (!release) throw notReleased();
    if (!this.isOpen(survey)) throw tablesOver(survey.destroyOn);
    const spec = specOf(release, body);
    const at = this.config.clock();
    await this.dataSource.transaction(async (manager) => {
      // One after the other, so that the same table is not asked for twice at once.
      await this.surveys.findLocked(manager, surveyId, 'exclusive');
      const waiting = await this.requests.findWaiting(surveyId, manager);
      if ([...release.tables, ...waiting.map((each) => each.spec)].some((each) => isSame(each, spec)))
        throw tableKnown();
      await this.requests.insert(manager, { surveyId, spec, requestedBy: account.login, requestedAt: at });
      if (survey.custody === 'worker')
        await insertJob(manager, newJob('survey.publish-tables', { surveyId }, account.login));
      await insertAuditEvent(manager, {
        at,
        actor: account.login,
        action: 'table.requested',
        subject: surveyId,
        detail: { ...spec },
      });
    });
    return this.list(surveyId);
  }

  private isOpen(survey: { readonly destroyOn: string; readonly destroyedAt: Date | null }): boolean {
    return survey.destroyedAt === null && dateInJapan(this.config.clock()) < survey.destroyOn;
  }
}

function specOf(release: Release, { attributes, departmentCode }: TableRequestBody): TableSpec {
  for (const asked of attributes)
    if (!release.attributes.some(({ key }) => key === asked)) throw attributeUnknown(asked);
  if (departmentCode === undefined) return { attributes };
  const departments = release.attributes.find(({ key }) => key === 'department');
  if (!departments?.values.some(({ key }) => key === departmentCode)) throw departmentUnknown(departmentCode);
  return { attributes, within: { department: departmentCode } };
}

/** A table that is released on some levels only is not the same as one on all. */
function isSame(a: TableSpec, b: TableSpec): boolean {
  const text = ({ attributes, levels, within }: TableSpec): string =>
    JSON.stringify([[...attributes].sort(), levels ?? null, within ?? null]);
  return text(a) === text(b);
}

function toResponse({ id, spec, requestedBy, requestedAt, state, version }: TableRequestRow): TableRequestResponse {
  return {
    id,
    attributes: [...spec.attributes],
    departmentCode: spec.within?.['department'] ?? null,
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    state,
    version,
  };
}
