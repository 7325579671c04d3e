import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { JobResponse, SetTargetRequest } from '#contract';
import { insertAuditEvent, insertJob, PlanRepository, TargetRepository } from '#database';
import { newJob } from '#queue';
import type { TargetOverride } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import { JobsService } from '../jobs/jobs.service.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { FixedTargetCheck } from './fixed-target-check.service.js';
import { targetNotFixed } from './training-refusals.js';

type Place = Pick<TargetOverride, 'programmeKey' | 'fiscalYear' | 'departmentCode'>;

/** Targets of departments: computed anew, or fixed by HR. */
@Injectable()
export class TrainingTargetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlanRepository,
    private readonly targets: TargetRepository,
    private readonly check: FixedTargetCheck,
    private readonly jobs: JobsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async recompute(account: SignedInAccount): Promise<JobResponse> {
    const id = await insertJob(this.dataSource.manager, newJob('training.targets', {}, account.login));
    return this.jobs.get(account, id);
  }

  /** @throws DomainError as `FixedTargetCheck.require` */
  setTarget(account: SignedInAccount, place: Place, { target, reason }: SetTargetRequest): Promise<JobResponse> {
    return this.change(account, { action: 'target.fixed', place, detail: { target } }, async (manager, at) => {
      const override = { ...place, target, reason: reason.trim() };
      await this.check.require(manager, override);
      await this.targets.saveOverride(manager, override, { setAt: at, setBy: account.login });
    });
  }

  /** @throws DomainError "target-not-fixed" */
  releaseTarget(account: SignedInAccount, place: Place): Promise<JobResponse> {
    return this.change(account, { action: 'target.freed', place, detail: {} }, async (manager) => {
      const isYear = place.fiscalYear >= 1900 && place.fiscalYear <= 2200;
      if (!isYear || !(await this.targets.deleteOverride(manager, place))) throw targetNotFixed();
    });
  }

  private async change(
    account: SignedInAccount,
    event: { readonly action: string; readonly place: Place; readonly detail: Record<string, unknown> },
    work: (manager: EntityManager, at: Date) => Promise<void>,
  ): Promise<JobResponse> {
    const id = await this.dataSource.transaction(async (manager) => {
      await this.plans.lock(manager);
      const at = this.clock();
      await work(manager, at);
      const { programmeKey, fiscalYear, departmentCode } = event.place;
      const detail = { fiscalYear, departmentCode, ...event.detail };
      await insertAuditEvent(manager, {
        ...{ at, actor: account.login, action: event.action },
        ...{ subject: programmeKey, detail },
      });
      return insertJob(manager, newJob('training.targets', {}, account.login));
    });
    return this.jobs.get(account, id);
  }
}
