import { Injectable } from '@nestjs/common';
import { CourseRecordRepository, TrainingRepository } from '#database';
import type { Completion, Programme } from '#survey-model';
import { programmeCompletions } from '#training-plan';
import type { EntityManager } from 'typeorm';
import { derivedDifference } from './derived-difference.js';

/** Completions of programmes that follow from completions of courses. */
@Injectable()
export class DerivedCompletions {
  constructor(
    private readonly records: CourseRecordRepository,
    private readonly training: TrainingRepository,
  ) {}

  /** Brings what is on record up to date, by differences only. @returns every completion, imported ones too */
  async update(manager: EntityManager, programmes: readonly Programme[]): Promise<Completion[]> {
    const courses = await this.records.loadCourses(manager);
    const done = await this.records.loadCourseCompletions(manager);
    const imported = await this.training.loadCompletions(manager, 'import');
    const known = await this.training.loadCompletions(manager, 'courses');
    const derived = programmes.flatMap((programme) => programmeCompletions(programme, courses, done));
    await this.records.applyDerived(manager, derivedDifference({ imported, derived: known }, derived));
    return [...imported, ...derived];
  }
}
