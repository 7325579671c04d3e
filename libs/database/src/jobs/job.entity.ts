import { Column, Entity, PrimaryColumn } from 'typeorm';

export type JobState = 'pending' | 'running' | 'done' | 'failed';

/**
 * A job's intent, written in the same transaction as the change that causes it (outbox), and its progress for the pages.
 * PostgreSQL is the truth; what stands in the queue is a hint.
 */
@Entity({ schema: 'jobs', name: 'job' })
export class JobEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id: string;
  @Column('text') name: string;
  @Column('text') queue: 'tally' | 'office';
  @Column('jsonb') payload: Record<string, unknown>;
  @Column('text') state: JobState;
  /** How often a handler has begun. */
  @Column('integer') attempt: number;
  @Column('integer', { name: 'done_steps' }) doneSteps: number;
  @Column('integer', { name: 'total_steps' }) totalSteps: number;
  /** What is being done now, for people, in Japanese. */
  @Column('text') step: string;
  @Column('jsonb', { nullable: true }) failure: { code: string; ja: string; en: string } | null;
  @Column('text', { name: 'requested_by' }) requestedBy: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
}

/** What a job made for downloading. */
@Entity({ schema: 'jobs', name: 'file' })
export class JobFileEntity {
  @PrimaryColumn('uuid', { name: 'job_id' }) jobId: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text', { name: 'content_type' }) contentType: string;
  @Column('bytea') data: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
