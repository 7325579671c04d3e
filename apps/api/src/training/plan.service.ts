import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { JobResponse, PlanVersionResponse, SavePlanRequest, TrainingPlanResponse } from '#contract';
import { insertAuditEvent, insertJob, INSTALLATION, PlanRepository, type PlanVersion } from '#database';
import { newJob } from '#queue';
import type { Programme } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import { JobsService } from '../jobs/jobs.service.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { checkPlan } from './check-plan.js';
import { planChanges } from './plan-changes.js';
import { PlanSurroundingsService } from './plan-surroundings.service.js';
import { planChanged, planVersionUnknown } from './training-refusals.js';
import { TrainingService } from './training.service.js';

/** Edits of the training plan, each kept as a version. */
@Injectable()
export class TrainingPlanEditingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlanRepository,
    private readonly surroundings: PlanSurroundingsService,
    private readonly training: TrainingService,
    private readonly jobs: JobsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A plan that reads the same as the present one is no new version.
   * @throws DomainError "plan-changed" when another edit came first, "plan-invalid" with every wrong place
   */
  async savePlan(account: SignedInAccount, body: SavePlanRequest): Promise<TrainingPlanResponse> {
    await this.dataSource.transaction(async (manager) => {
      await this.plans.lock(manager);
      const versions = await this.plans.loadVersions(manager);
      requireCurrent(body.version, versions.at(-1));
      const surroundings = await this.surroundings.load(manager);
      const programmes = checkPlan(body.programmes, surroundings);
      if (planChanges(surroundings.before, programmes, NO_NAMES).length === 0) return;
      if (versions.length === 0) await this.keepInstalled(manager, surroundings.before);
      await this.plans.save(manager, programmes);
      const version = body.version + 1;
      const [savedAt, note] = [this.clock(), body.note.trim()];
      await this.plans.insertVersion(manager, { version, savedAt, savedBy: account.login, note, programmes });
      const detail = { version, programmes: programmes.length };
      await insertAuditEvent(manager, { at: savedAt, actor: account.login, action: 'plan.changed', detail });
      await insertJob(manager, newJob('training.targets', {}, account.login));
    });
    return this.training.getPlan();
  }

  /** The newest first. */
  async listVersions(): Promise<PlanVersionResponse[]> {
    const [versions, names] = [await this.plans.loadVersions(), await this.surroundings.loadNames()];
    return versions
      .map(({ version, savedAt, savedBy, note, programmes }, at) => ({
        version,
        savedAt: savedAt.toISOString(),
        savedBy: savedBy === INSTALLATION ? '導入時' : savedBy,
        note,
        changes: at === 0 ? [] : [...planChanges(versions[at - 1]?.programmes ?? [], programmes, names)],
      }))
      .reverse();
  }

  async buildWorkbook(account: SignedInAccount): Promise<JobResponse> {
    const job = newJob('document.build', { kind: 'training-plan' }, account.login);
    return this.jobs.get(account, await insertJob(this.dataSource.manager, job));
  }

  /** Before the first change, the plan as it is goes into the history: version 0. */
  private keepInstalled(manager: EntityManager, programmes: readonly Programme[]): Promise<void> {
    const installed = { version: 0, savedAt: this.clock(), savedBy: INSTALLATION, note: '', programmes };
    return this.plans.insertVersion(manager, installed);
  }
}

const NO_NAMES = { positions: new Map<string, string>(), courses: new Map<string, string>() };

function requireCurrent(version: number, latest: PlanVersion | undefined): void {
  const present = latest?.version ?? 0;
  if (version === present) return;
  throw latest && version < present ? planChanged(latest.savedBy, latest.savedAt) : planVersionUnknown();
}
