import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import { RosterRepository, TargetRepository, TrainingRepository } from '#database';
import { dateInJapan, type DepartmentRecord, type Programme, type TargetOverride } from '#survey-model';
import { targetYearOn } from '#training-plan';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import {
  aboveCeiling,
  abovePlan,
  departmentNotTop,
  departmentUnknown,
  programmeUnknown,
  yearNotInPlan,
  yearOver,
} from './training-refusals.js';

/** Whether a department's target can be fixed at a figure. */
@Injectable()
export class FixedTargetCheck {
  constructor(
    private readonly training: TrainingRepository,
    private readonly targets: TargetRepository,
    private readonly roster: RosterRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError "programme-unknown", "year-not-in-plan", "year-over", "department-unknown", "department-not-top",
   * "target-above-ceiling", "targets-above-plan"
   */
  async require(manager: EntityManager, override: TargetOverride): Promise<void> {
    const { programmeKey, fiscalYear, departmentCode } = override;
    const programme = (await this.training.loadProgrammes(manager)).find(({ key }) => key === programmeKey);
    if (!programme) throw programmeUnknown(programmeKey);
    const planned = programme.years.find((year) => year.fiscalYear === fiscalYear);
    if (!planned) throw yearNotInPlan(fiscalYear);
    if (fiscalYear < targetYearOn(programme, dateInJapan(this.clock()))) throw yearOver(fiscalYear);
    const departments = await this.roster.loadDepartments(manager);
    const department = departments.find(({ code }) => code === departmentCode);
    if (!department) throw departmentUnknown(departmentCode);
    if (department.parentCode !== null) throw departmentNotTop(department.name);
    await this.requireRoom(manager, programme, department, override);
    const others = presentOverrides(await this.targets.loadOverrides(manager), departments).filter(
      (each) =>
        each.programmeKey === programmeKey && each.fiscalYear === fiscalYear && each.departmentCode !== departmentCode,
    );
    const sum = others.reduce((total, { target }) => total + target, override.target);
    if (sum > planned.target) throw abovePlan(fiscalYear, sum, planned.target);
  }

  /** By the last computed standing; for a later year than it is about, by headcount. Before the first computation nothing is known. */
  private async requireRoom(
    manager: EntityManager,
    programme: Programme,
    { code, name }: DepartmentRecord,
    { fiscalYear, target }: TargetOverride,
  ): Promise<void> {
    const standings = await this.training.loadProgress(manager);
    const progress = standings.find(({ programmeKey }) => programmeKey === programme.key)?.progress;
    if (!progress) return;
    const standing = progress.departments.find(({ departmentCode }) => departmentCode === code);
    const room = (progress.targetYear === fiscalYear ? standing?.ceiling : standing?.headcount) ?? 0;
    if (target > room) throw aboveCeiling(name, target, room);
  }
}

/** Those of departments that a target can still be shared out to. */
export function presentOverrides(
  overrides: readonly TargetOverride[],
  departments: readonly DepartmentRecord[],
): TargetOverride[] {
  const top = new Set(departments.filter(({ parentCode }) => parentCode === null).map(({ code }) => code));
  return overrides.filter(({ departmentCode }) => top.has(departmentCode));
}
