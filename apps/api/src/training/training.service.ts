import { Injectable } from '@nestjs/common';
import type {
  AudienceRuleBody,
  CompletionRuleBody,
  DepartmentTargetResponse,
  PlanYearResponse,
  ProgrammeResponse,
  TrainingPlanResponse,
} from '#contract';
import {
  JobRepository,
  PeopleRepository,
  PlanRepository,
  TargetRepository,
  TrainingRepository,
  type ProgressEntity,
} from '#database';
import {
  fiscalYearLabel,
  fiscalYearShort,
  type CompletionRule,
  type Programme,
  type ProgrammeProgress,
  type TargetOverride,
} from '#survey-model';

/** The training plan as last computed by the office worker. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly training: TrainingRepository,
    private readonly plans: PlanRepository,
    private readonly targets: TargetRepository,
    private readonly people: PeopleRepository,
    private readonly jobs: JobRepository,
  ) {}

  async getPlan(): Promise<TrainingPlanResponse> {
    const programmes = await this.training.loadProgrammes();
    const standing = new Map((await this.training.loadProgress()).map((each) => [each.programmeKey, each]));
    const paths = await this.people.findDepartmentPaths();
    const overrides = await this.targets.loadOverrides();
    return {
      version: await this.plans.findVersion(),
      programmes: programmes.map((programme) =>
        toResponse(programme, standing.get(programme.key), { paths, overrides }),
      ),
      jobId: await this.jobs.findUnfinishedId('training.targets'),
    };
  }
}

interface Reading {
  readonly paths: ReadonlyMap<string, string>;
  readonly overrides: readonly TargetOverride[];
}

/** A programme that has not been computed yet shows its targets and nothing else. */
function toResponse(
  programme: Programme,
  standing: ProgressEntity | undefined,
  { paths, overrides }: Reading,
): ProgrammeResponse {
  const progress = standing?.progress;
  const reasons = new Map(
    overrides
      .filter((each) => each.programmeKey === programme.key && each.fiscalYear === progress?.targetYear)
      .map(({ departmentCode, reason }) => [departmentCode, reason]),
  );
  const years = yearsOf(programme, progress);
  const total = years.at(-1)?.cumulativeTarget ?? 0;
  return {
    key: programme.key,
    name: programme.name,
    counting: programme.counting,
    methods: programme.methods.map(({ method, audience }) => ({
      method,
      ...(audience ? { audience: [...audience] } : {}),
    })),
    audiences: programme.audiences.map(({ name, rule }) => ({
      name,
      rule: { ...rule, ...(rule.positions ? { positions: [...rule.positions] } : {}) } as AudienceRuleBody,
    })),
    completion: completionBody(programme.completion),
    years: years.map((year): PlanYearResponse => ({
      ...year,
      short: fiscalYearShort(year.fiscalYear),
      label: fiscalYearLabel(year.fiscalYear),
    })),
    total,
    cumulative: progress?.cumulative ?? 0,
    remaining: Math.max(0, total - (progress?.cumulative ?? 0)),
    active: progress?.active ?? 0,
    unallocated: progress?.unallocated ?? 0,
    targetYear: progress?.targetYear ?? years[0]?.fiscalYear ?? 0,
    departments: (progress?.departments ?? []).map((department): DepartmentTargetResponse => ({
      ...department,
      lockReason: department.locked ? (reasons.get(department.departmentCode) ?? '') : '',
      department: paths.get(department.departmentCode) ?? department.departmentCode,
    })),
    computedAt: standing?.computedAt.toISOString() ?? null,
  };
}

function completionBody(rule: CompletionRule): CompletionRuleBody {
  if (rule.kind === 'required-courses') return { kind: rule.kind, courses: [...rule.courses] };
  return rule.kind === 'points' ? { kind: rule.kind, points: rule.points } : { kind: rule.kind };
}

/** Targets as the plan has them now, beside what was counted when the standing was last computed. */
function yearsOf(programme: Programme, progress: ProgrammeProgress | undefined): ProgrammeProgress['years'] {
  const counted = new Map(progress?.years.map(({ fiscalYear, actual }) => [fiscalYear, actual]));
  let [cumulativeTarget, cumulativeActual] = [0, 0];
  return programme.years.map(({ fiscalYear, target }) => {
    const actual = counted.get(fiscalYear) ?? 0;
    cumulativeTarget += target;
    cumulativeActual += actual;
    return { fiscalYear, target, actual, cumulativeTarget, cumulativeActual };
  });
}
