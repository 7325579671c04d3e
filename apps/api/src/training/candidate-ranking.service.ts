import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import { CourseRecordRepository, RosterRepository, TrainingPeopleRepository, TrainingRepository } from '#database';
import { dateInJapan, type Candidate, type Programme, type StaffRecord } from '#survey-model';
import { candidates } from '#training-plan';
import { CLOCK } from '../api-parts.js';

/** Puts the whole staff into the order in which they are due. */
@Injectable()
export class CandidateRankingService {
  constructor(
    private readonly training: TrainingRepository,
    private readonly records: CourseRecordRepository,
    private readonly trainingPeople: TrainingPeopleRepository,
    private readonly roster: RosterRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param staff the whole roster */
  async rank(programme: Programme, staff: readonly StaffRecord[]): Promise<Candidate[]> {
    const standing = (await this.training.loadProgress()).find(({ programmeKey }) => programmeKey === programme.key);
    return candidates({
      programme,
      today: dateInJapan(this.clock()),
      staff,
      departments: await this.roster.loadDepartments(),
      completions: await this.training.loadCompletions(),
      courses: await this.records.loadCourses(),
      courseCompletions: await this.records.loadCourseCompletions(),
      enrolled: await this.trainingPeople.findEnrolled(programme.key),
      targets: standing?.progress.departments ?? [],
    });
  }
}
