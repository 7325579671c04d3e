import { Injectable } from '@nestjs/common';
import {
  CourseRecordRepository,
  PlanRepository,
  RosterRepository,
  TargetRepository,
  TrainingRepository,
} from '#database';
import type { EntityManager } from 'typeorm';
import type { PlanSurroundings } from './check-plan.js';
import type { PlanNames } from './plan-changes.js';
import { presentOverrides } from './fixed-target-check.service.js';

/** What a plan is checked against, and what the things it mentions are called. */
@Injectable()
export class PlanSurroundingsService {
  constructor(
    private readonly training: TrainingRepository,
    private readonly plans: PlanRepository,
    private readonly courses: CourseRecordRepository,
    private readonly targets: TargetRepository,
    private readonly roster: RosterRepository,
  ) {}

  async load(manager: EntityManager): Promise<PlanSurroundings> {
    const positions = await this.roster.loadPositions(manager);
    const overrides = await this.targets.loadOverrides(manager);
    return {
      before: await this.training.loadProgrammes(manager),
      completed: await this.plans.findCompletedKeys(manager),
      courses: await this.courses.loadCourses(manager),
      positions: new Set(positions.map(({ key }) => key)),
      overrides: presentOverrides(overrides, await this.roster.loadDepartments(manager)),
    };
  }

  async loadNames(): Promise<PlanNames> {
    const [positions, courses] = await Promise.all([this.roster.loadPositions(), this.courses.loadCourses()]);
    const named = (list: readonly { readonly key: string; readonly name: string }[]): Map<string, string> =>
      new Map(list.map(({ key, name }) => [key, name]));
    return { positions: named(positions), courses: named(courses) };
  }
}
