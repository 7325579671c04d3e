import type { JobName, JobPayload } from '#queue';
import type { EntityManager } from 'typeorm';

/** One handling of one job, as its handler sees it. */
export interface JobRun {
  readonly jobId: string;
  /** Account id of the person who asked, or the name of the job that did. */
  readonly requestedBy: string;
  /** Tells the page how far the work is. @param step what is being done now, in Japanese, without values of anybody's data */
  progress(doneSteps: number, totalSteps: number, step: string): Promise<void>;
  /** Marks the job done. Call it in the transaction that saves the result, so that both appear together or not at all. */
  finish(manager: EntityManager): Promise<void>;
}

/** One job's work: load -> compute -> protect -> save. May be called again after any failure, so its result must not depend on it. */
export interface JobHandler<Name extends JobName> {
  readonly job: Name;
  handle(payload: JobPayload<Name>, run: JobRun): Promise<void>;
}

export type AnyJobHandler = { [Name in JobName]: JobHandler<Name> }[JobName];
