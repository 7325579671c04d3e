import type {
  Audience,
  CompletionRule,
  CountingRule,
  ProgrammeProgress,
  ProgrammeProgressDetail,
  TrainingMethod,
} from '#survey-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'training', name: 'programme' })
export class ProgrammeEntity {
  @PrimaryColumn('text') key: string;
  @Column('text') name: string;
  @Column('text') counting: CountingRule;
  @Column('jsonb') methods: readonly TrainingMethod[];
  @Column('smallint') sort: number;
  @Column('jsonb') audiences: readonly Audience[];
  @Column('jsonb') completion: CompletionRule;
}

@Entity({ schema: 'training', name: 'plan_year' })
export class PlanYearEntity {
  @PrimaryColumn('text', { name: 'programme_key' }) programmeKey: string;
  @PrimaryColumn('integer', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('integer') target: number;
}

@Entity({ schema: 'training', name: 'completion' })
export class CompletionEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id: string;
  @Column('text', { name: 'staff_number' }) staffNumber: string;
  @Column('text', { name: 'programme_key' }) programmeKey: string;
  @Column('date', { name: 'completed_on' }) completedOn: string;
  @Column('uuid', { name: 'import_id', nullable: true }) importId: string | null;
  /** courses: follows from completions of courses, and is written anew with them. */
  @Column('text') origin: 'import' | 'courses';
}

/** The last computed standing of one programme; `training.targets` writes it. */
@Entity({ schema: 'training', name: 'progress' })
export class ProgressEntity {
  @PrimaryColumn('text', { name: 'programme_key' }) programmeKey: string;
  @Column('timestamptz', { name: 'computed_at' }) computedAt: Date;
  @Column('jsonb') progress: ProgrammeProgress;
  /** null where it was computed before there was any. */
  @Column('jsonb', { nullable: true }) detail: ProgrammeProgressDetail | null;
}
