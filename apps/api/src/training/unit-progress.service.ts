import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { UnitProgrammeResponse } from '#contract';
import { PeopleRepository, RosterRepository, TrainingRepository } from '#database';
import { dateInJapan, fiscalYearLabel, type ProgrammeProgress } from '#survey-model';
import { countCompletions, eligibleStaff, topLevelDepartments } from '#training-plan';
import { CLOCK } from '../api-parts.js';

/** How far one unit is, beside the target of the department (部) it belongs to. */
@Injectable()
export class UnitProgressService {
  constructor(
    private readonly training: TrainingRepository,
    private readonly roster: RosterRepository,
    private readonly people: PeopleRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Programmes that have been computed. @param members staff numbers of the unit */
  async list(departmentCode: string | null, members: ReadonlySet<string>): Promise<UnitProgrammeResponse[]> {
    const top = topLevelDepartments(await this.roster.loadDepartments()).get(departmentCode ?? '') ?? '';
    const department = (await this.people.findDepartmentPaths()).get(top) ?? top;
    const standing = new Map((await this.training.loadProgress()).map((each) => [each.programmeKey, each.progress]));
    const completions = (await this.training.loadCompletions()).filter(({ staffNumber }) => members.has(staffNumber));
    const staff = (await this.roster.loadStaff()).filter(({ staffNumber }) => members.has(staffNumber));
    const today = dateInJapan(this.clock());
    return (await this.training.loadProgrammes()).flatMap((programme) => {
      const progress = standing.get(programme.key);
      if (!progress) return [];
      const { byYear } = countCompletions(programme, completions);
      return {
        ...{ key: programme.key, name: programme.name, department },
        fiscalYearLabel: fiscalYearLabel(progress.targetYear),
        ...ofDepartment(progress, top),
        unitHeadcount: eligibleStaff(programme, staff, today).length,
        unitThisYear: byYear.get(progress.targetYear)?.length ?? 0,
        unitActive: new Set([...byYear.values()].flat().map(({ staffNumber }) => staffNumber)).size,
      };
    });
  }
}

function ofDepartment({ departments }: ProgrammeProgress, code: string): { target: number; actual: number } {
  const own = departments.find(({ departmentCode }) => departmentCode === code);
  return { target: own?.target ?? 0, actual: own?.actual ?? 0 };
}
