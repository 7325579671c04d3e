import { isJobName, JOBS, jobNamesOn, readPayload, type JobName, type QueueName } from '#queue';
import type { AnyJobHandler, JobHandler, JobRun } from './job-handler.js';

/** Who handles which job of one queue. */
export class JobRegistry {
  private constructor(
    readonly queue: QueueName,
    private readonly handlers: ReadonlyMap<JobName, AnyJobHandler>,
  ) {}

  /** @throws Error when a job of the queue has no handler, or two, or a handler belongs to the other queue: the process must not start */
  static of(queue: QueueName, handlers: readonly AnyJobHandler[]): JobRegistry {
    const byName = new Map<JobName, AnyJobHandler>();
    for (const handler of handlers) {
      if (JOBS[handler.job].queue !== queue)
        throw new Error(`job ${handler.job} belongs to the queue ${JOBS[handler.job].queue}`);
      if (byName.has(handler.job)) throw new Error(`job ${handler.job} has two handlers`);
      byName.set(handler.job, handler);
    }
    const missing = jobNamesOn(queue).filter((name) => !byName.has(name));
    if (missing.length > 0) throw new Error(`no handler for the jobs ${missing.join(', ')}`);
    return new JobRegistry(queue, byName);
  }

  /**
   * Checks the stored payload and hands it to the job's handler.
   * @throws DomainError "bad-job-payload"; Error for a name of another queue; whatever the handler throws
   */
  handle(name: string, stored: Readonly<Record<string, unknown>>, run: JobRun): Promise<void> {
    const handler = isJobName(name) ? this.handlers.get(name) : undefined;
    if (!handler) throw new Error(`the queue ${this.queue} has no job of this name`);
    return dispatch(handler as JobHandler<JobName>, stored, run);
  }
}

function dispatch<Name extends JobName>(
  handler: JobHandler<Name>,
  stored: Readonly<Record<string, unknown>>,
  run: JobRun,
): Promise<void> {
  return handler.handle(readPayload(handler.job, stored), run);
}
