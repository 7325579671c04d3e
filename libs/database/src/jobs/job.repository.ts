import type { DataSource, EntityManager } from 'typeorm';
import { JobEntity, JobFileEntity } from './job.entity.js';

export interface NewJob {
  readonly name: string;
  readonly queue: 'tally' | 'office';
  readonly payload: Record<string, unknown>;
  readonly requestedBy: string;
}

/** Writes a job's intent. Pass the manager of the transaction that causes it: that is what makes it an outbox. */
export async function insertJob(manager: EntityManager, job: NewJob): Promise<string> {
  const rows = await manager.query<{ id: string }[]>(
    'INSERT INTO jobs.job (name, queue, payload, requested_by) VALUES ($1, $2, $3, $4) RETURNING id',
    [job.name, job.queue, job.payload, job.requestedBy],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error('jobs.job: INSERT returned no row');
  return id;
}

export class JobRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: string): Promise<JobEntity | null> {
    return this.dataSource.getRepository(JobEntity).findOneBy({ id });
  }

  /** Jobs that a queue should hold now, oldest first. */
  unfinished(queue: 'tally' | 'office', limit = 100): Promise<JobEntity[]> {
    return this.dataSource
      .getRepository(JobEntity)
      .createQueryBuilder('job')
      .where(`job.queue = :queue AND job.state IN ('pending', 'running')`, { queue })
      .orderBy('job.requestedAt')
      .limit(limit)
      .getMany();
  }

  /** Unfinished jobs of one name whose payload has the given value; for pages that show what is under way. */
  latest(name: string, payloadKey: string, payloadValue: string): Promise<JobEntity | null> {
    return this.dataSource
      .getRepository(JobEntity)
      .createQueryBuilder('job')
      .where('job.name = :name AND job.payload ->> :payloadKey = :payloadValue', { name, payloadKey, payloadValue })
      .orderBy('job.requestedAt', 'DESC')
      .limit(1)
      .getOne();
  }

  /** The oldest unfinished job of one name, or null; for pages that show what is under way. */
  async findUnfinishedId(name: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM jobs.job WHERE name = $1 AND state IN ('pending', 'running') ORDER BY requested_at LIMIT 1`,
      [name],
    );
    return rows[0]?.id ?? null;
  }

  /** Whether the same is asked for again after this job: that one will see everything this one does. */
  async isFollowed(id: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT FROM jobs.job own JOIN jobs.job later ON later.name = own.name AND later.payload = own.payload
         AND later.state = 'pending' AND (later.requested_at, later.id) > (own.requested_at, own.id)
       WHERE own.id = $1 LIMIT 1`,
      [id],
    );
    return rows.length > 0;
  }

  /** Marks a handler's beginning and counts the attempt. */
  async begin(id: string): Promise<void> {
    await this.dataSource.query(`UPDATE jobs.job SET state = 'running', attempt = attempt + 1 WHERE id = $1`, [id]);
  }

  async progress(id: string, doneSteps: number, totalSteps: number, step: string): Promise<void> {
    await this.dataSource.query('UPDATE jobs.job SET done_steps = $2, total_steps = $3, step = $4 WHERE id = $1', [
      id,
      doneSteps,
      totalSteps,
      step,
    ]);
  }

  /** Call with the manager of the handler's own transaction, so that the result and "done" appear together. */
  async finish(id: string, manager: EntityManager = this.dataSource.manager): Promise<void> {
    await manager.query(
      `UPDATE jobs.job SET state = 'done', finished_at = now(), done_steps = GREATEST(total_steps, 1),
         total_steps = GREATEST(total_steps, 1) WHERE id = $1`,
      [id],
    );
  }

  async fail(id: string, failure: { code: string; ja: string; en: string }): Promise<void> {
    await this.dataSource.query(
      `UPDATE jobs.job SET state = 'failed', failure = $2, finished_at = now() WHERE id = $1`,
      [id, failure],
    );
  }

  /** Name of what the job made for downloading, without its bytes; null when it made nothing. */
  async findFileName(jobId: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ file_name: string }[]>(
      'SELECT file_name FROM jobs.file WHERE job_id = $1',
      [jobId],
    );
    return rows[0]?.file_name ?? null;
  }

  findFile(jobId: string): Promise<JobFileEntity | null> {
    return this.dataSource.getRepository(JobFileEntity).findOneBy({ jobId });
  }

  /** Idempotent: a second attempt of the same job replaces its file. */
  async saveFile(manager: EntityManager, file: JobFileEntity): Promise<void> {
    await manager.getRepository(JobFileEntity).upsert(file, ['jobId']);
  }
}
