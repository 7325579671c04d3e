/** BullMQ key prefix; the braces make it one hash slot on a cluster. */
export const QUEUE_PREFIX = '{nobinobi}';

/** How often a handler may fail before the job is shown as failed. */
export const MAX_ATTEMPTS = 5;

/**
 * How often a handler may begin at all. A process that is killed in the middle leaves no failure behind, so a job that kills its
 * process (for lack of memory, say) is stopped by this count, set high enough for machines that are switched off at the wrong time.
 */
export const MAX_BEGINNINGS = 25;

/** Seconds to wait after the first, second … failure; the last one repeats. */
const RETRY_SECONDS = [1, 3, 10, 30] as const;

/** @param failures how often the job has failed so far, from 1 */
export function retrySeconds(failures: number): number {
  return RETRY_SECONDS[Math.min(failures, RETRY_SECONDS.length) - 1] ?? RETRY_SECONDS[0];
}

/**
 * Options of every enqueued job. Retrying is the relay's work, not BullMQ's: it re-adds under a new id, because adding a known id does
 * nothing, whatever became of it. Finished ids are removed so that Redis keeps nothing.
 */
export const ENQUEUE_OPTIONS = Object.freeze({ attempts: 1, removeOnComplete: true, removeOnFail: true });

/** All that BullMQ carries: what is to be done stands in PostgreSQL. */
export interface QueueEntry {
  readonly jobId: string;
}

/** Deterministic: the same attempt of the same job is one queue entry however often it is relayed. No ":" allowed. */
export function queueJobId(jobId: string, attempt: number): string {
  return `${jobId}-${attempt}`;
}
