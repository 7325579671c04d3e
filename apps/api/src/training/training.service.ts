import { Injectable } from '@nestjs/common';
import type {
  DepartmentTargetResponse,
  JobResponse,
  PlanYearResponse,
  ProgrammeResponse,
  TrainingPlanResponse,
} from '#contract';
import { insertJob, JobRepository, PeopleRepository, TrainingRepository, type ProgressEntity } from '#database';
import { newJob } from '#queue';
import { fiscalYearLabel, fiscalYearShort, type Programme, type ProgrammeProgress } from '#survey-model';
import { DataSource } from 'typeorm';
import { JobsService } from '../jobs/jobs.service.js';
import type { SignedInAccount } from '../security/signed-in-account.js';

/** The training plan as last computed by the office worker. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly training: TrainingRepository,
    private readonly people: PeopleRepository,
    private readonly jobs: JobRepository,
    private readonly jobsService: JobsService,
  ) {}

  async getPlan(): Promise<TrainingPlanResponse> {
    const programmes = await this.training.loadProgrammes();
    const standing = new Map((await this.training.loadProgress()).map((each) => [each.programmeKey, each]));
    const departments = await this.people.findDepartments();
    const paths = new Map(departments.map(({ code, path }) => [code, path.join(' ')]));
    return {
      version: 0,
      programmes: programmes.map((programme) => toResponse(programme, standing.get(programme.key), paths)),
      jobId: await this.jobs.findUnfinishedId('training.targets'),
    };
  }

  async recompute(account: SignedInAccount): Promise<JobResponse> {
    const id = await insertJob(this.dataSource.manager, newJob('training.targets', {}, account.login));
    return this.jobsService.get(account, id);
  }
}

/** A programme that has not been computed yet shows its targets and nothing else. */
function toResponse(
  programme: Programme,
  standing: ProgressEntity | undefined,
  paths: ReadonlyMap<string, string>,
): ProgrammeResponse {
  const progress = standing?.progress;
  const years = progress?.years ?? targetsOnly(programme);
  const total = years.at(-1)?.cumulativeTarget ?? 0;
  return {
    key: programme.key,
    name: programme.name,
    counting: programme.counting,
    methods: programme.methods.map(({ method, audience }) => ({
      method,
      ...(audience ? { audience: [...audience] } : {}),
    })),
    audiences: [],
    completion: { kind: programme.completion.kind },
    years: years.map((year): PlanYearResponse => ({
      ...year,
      short: fiscalYearShort(year.fiscalYear),
      label: fiscalYearLabel(year.fiscalYear),
    })),
    total: progress?.total ?? total,
    cumulative: progress?.cumulative ?? 0,
    remaining: progress?.remaining ?? total,
    active: progress?.active ?? 0,
    unallocated: progress?.unallocated ?? 0,
    targetYear: progress?.targetYear ?? years[0]?.fiscalYear ?? 0,
    departments: (progress?.departments ?? []).map((department): DepartmentTargetResponse => ({
      ...department,
      lockReason: '',
      department: paths.get(department.departmentCode) ?? department.departmentCode,
    })),
    computedAt: standing?.computedAt.toISOString() ?? null,
  };
}

function targetsOnly(programme: Programme): ProgrammeProgress['years'] {
  let cumulativeTarget = 0;
  return programme.years.map(({ fiscalYear, target }) => {
    cumulativeTarget += target;
    return { fiscalYear, target, actual: 0, cumulativeTarget, cumulativeActual: 0 };
  });
}
