import { JOBS, type JobName, type JobPayload, type QueueName } from './job-definitions.js';

export interface JobIntent {
  readonly name: JobName;
  readonly queue: QueueName;
  readonly payload: Record<string, unknown>;
  readonly requestedBy: string;
}

/** A typed job intent, to be written with `insertJob` of libs/database in the transaction that causes it. */
export function newJob<Name extends JobName>(name: Name, payload: JobPayload<Name>, requestedBy: string): JobIntent {
  return { name, queue: JOBS[name].queue, payload: { ...payload }, requestedBy };
}
