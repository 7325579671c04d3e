import type { DataSource } from 'typeorm';

/** A job that a queue should hold now. */
export interface DueJob {
  readonly id: string;
  readonly name: string;
  readonly attempt: number;
}

/** Held while a handler works; the connection's end frees it, so a killed process leaves nothing locked. */
export interface JobLock {
  release(): Promise<void>;
}

/** A job's subject is its name and payload: two jobs that would do the same to the same thing share it. */
const SUBJECT = `hashtextextended(job.name || ' ' || job.payload::text, 0)`;

/** The worker's side of jobs.job: which are to be done now, by whom, and when again after a failure. */
export class JobRunRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Unfinished jobs whose waiting time is over and whose subject nobody works on, oldest first. A job that is "running" while nobody
   * holds its lock was lost with its process, and is due again at once.
   */
  due(queue: 'tally' | 'office', limit = 100): Promise<DueJob[]> {
    return this.dataSource.query<DueJob[]>(
      `SELECT job.id, job.name, job.attempt FROM jobs.job
       WHERE job.queue = $1 AND job.state IN ('pending', 'running') AND (job.retry_at IS NULL OR job.retry_at <= now())
         AND ${SUBJECT} NOT IN (
           SELECT (held.classid::bigint << 32) | held.objid::bigint FROM pg_locks held
           WHERE held.locktype = 'advisory' AND held.objsubid = 1 AND held.granted
             AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
       ORDER BY job.requested_at LIMIT $2`,
      [queue, limit],
    );
  }

  /** Takes the lock on the job's subject, or returns null when another handler has it, or when there is no such job. */
  async tryLock(jobId: string): Promise<JobLock | null> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      const rows = (await runner.query(
        `SELECT ${SUBJECT}::text AS subject, pg_try_advisory_lock(${SUBJECT}) AS got FROM jobs.job WHERE job.id = $1`,
        [jobId],
      )) as { subject: string; got: boolean }[];
      const [row] = rows;
      if (!row?.got) {
        await runner.release();
        return null;
      }
      return {
        release: async () => {
          // A connection that breaks here has freed the lock already.
          await runner.query('SELECT pg_advisory_unlock($1)', [row.subject]).catch(() => undefined);
          await runner.release();
        },
      };
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  /** Counts a failure and puts the job back. @returns how often it has failed now */
  async countFailure(jobId: string): Promise<number> {
    // TypeORM returns [rows, affected] for UPDATE.
    const [rows] = await this.dataSource.query<[{ failures: number }[], number]>(
      `UPDATE jobs.job SET state = 'pending', failures = failures + 1 WHERE id = $1 RETURNING failures`,
      [jobId],
    );
    return rows[0]?.failures ?? 1;
  }

  /** Keeps the job from being due for a while. */
  async postpone(jobId: string, seconds: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE jobs.job SET state = 'pending', retry_at = now() + make_interval(secs => $2) WHERE id = $1`,
      [jobId, seconds],
    );
  }

  /** Deletes what jobs made for downloading and nobody may download any more. */
  async deleteExpiredFiles(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM jobs.file WHERE expires_at < $1', [now]);
  }
}
