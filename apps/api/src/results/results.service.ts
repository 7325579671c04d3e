import { Injectable } from '@nestjs/common';
import type { JobResponse, ResultsResponse } from '#contract';
import { insertJob, ReleaseRepository } from '#database';
import { newJob } from '#queue';
import { DomainError, type Release } from '#survey-model';
import { DataSource } from 'typeorm';
import { JobsService } from '../jobs/jobs.service.js';
import { hasRole, type SignedInAccount } from '../security/signed-in-account.js';
import { subtreeOf, withinSubtree } from './own-scope.js';
import { departmentUnknown, notReleased } from './result-refusals.js';
import { toResultsResponse } from './results-response.js';

/** Released results, and nothing else: the api's database role cannot read anything unreleased. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly releases: ReleaseRepository,
    private readonly jobs: JobsService,
  ) {}

  /** @throws DomainError "not-released" */
  async get(account: SignedInAccount, surveyId: string): Promise<ResultsResponse> {
    const release = await this.getRelease(surveyId);
    const analysis = await this.releases.findAnalysis(surveyId);
    if (hasRole(account, 'hr')) return toResultsResponse(release, release.scores, analysis);
    const subtree = subtreeOf(release.attributes, account.departmentCode);
    return toResultsResponse(release, withinSubtree(release.scores, subtree), analysis);
  }

  /** @throws DomainError "not-released", "department-not-own", "department-unknown" */
  async buildWorkbooks(
    account: SignedInAccount,
    surveyId: string,
    departmentCode: string | null,
  ): Promise<JobResponse> {
    const release = await this.getRelease(surveyId);
    if (!hasRole(account, 'hr')) requireOwn(release, account, departmentCode);
    else if (departmentCode !== null) requireKnown(release, departmentCode);
    const payload = departmentCode === null ? { surveyId } : { surveyId, departmentCode };
    const id = await insertJob(this.dataSource.manager, newJob('workbook.build', payload, account.login));
    return this.jobs.get(account, id);
  }

  private async getRelease(surveyId: string): Promise<Release> {
    const release = await this.releases.findLatest(surveyId);
    if (!release) throw notReleased();
    return release;
  }
}

function requireOwn(release: Release, account: SignedInAccount, departmentCode: string | null): void {
  if (departmentCode !== null && subtreeOf(release.attributes, account.departmentCode).has(departmentCode)) return;
  throw new DomainError(
    'forbidden',
    'department-not-own',
    '所属長が作成できるのは、自分の組織とその下の組織の帳票だけです。組織を選んでください。',
    'A department head may build the workbook of the own department or one under it. Name one.',
    { field: 'departmentCode' },
  );
}

function requireKnown(release: Release, departmentCode: string): void {
  const departments = release.attributes.find(({ key }) => key === 'department');
  if (!departments?.values.some(({ key }) => key === departmentCode)) throw departmentUnknown(departmentCode);
}
