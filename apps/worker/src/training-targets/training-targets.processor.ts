import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import { RosterRepository, TrainingRepository } from '#database';
import type { EmptyPayload } from '#queue';
import { DEFAULT_TARGET_RULE, dateInJapan, isTarget, type ProgrammeProgress } from '#survey-model';
import { programmeProgress, targetYearOn } from '#training-plan';
import { DataSource, type EntityManager } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { CLOCK } from '../tokens.js';

/** Where every programme stands, and what each department (部) owes this fiscal year. */
@Injectable()
export class TrainingTargetsProcessor implements JobHandler<'training.targets'> {
  readonly job = 'training.targets';

  constructor(
    private readonly main: DataSource,
    private readonly roster: RosterRepository,
    private readonly training: TrainingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(_payload: EmptyPayload, run: JobRun): Promise<void> {
    await run.progress(0, 1, 'DX研修の達成状況と組織別の目標を計算しています');
    // One snapshot: people, departments and completions must belong together while an import is being applied.
    await this.main.transaction('REPEATABLE READ', async (manager) => {
      await this.training.saveProgress(manager, await this.compute(manager), this.clock());
      await run.finish(manager);
    });
  }

  /** Serving staff of the default target rule count as headcount. A programme without a plan has no standing. */
  private async compute(manager: EntityManager): Promise<ProgrammeProgress[]> {
    const today = dateInJapan(this.clock());
    const completions = await this.training.loadCompletions(manager);
    const departments = await this.roster.loadDepartments(manager);
    const staff = (await this.roster.loadStaff(manager)).filter((person) => isTarget(person, DEFAULT_TARGET_RULE));
    const programmes = (await this.training.loadProgrammes(manager)).filter(({ years }) => years.length > 0);
    return programmes.map((programme) =>
      programmeProgress({ programme, completions, staff, departments, targetYear: targetYearOn(programme, today) }),
    );
  }
}
