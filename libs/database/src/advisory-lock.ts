import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs `work` in one transaction that holds a PostgreSQL advisory lock on `name` until it ends. Two handlers of the same thing (an
 * emptied queue is filled twice) therefore run one after the other, and the second sees what the first has committed.
 */
export function withAdvisoryLock<T>(
  dataSource: DataSource,
  name: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await takeAdvisoryLock(manager, name);
    return work(manager);
  });
}

/** The same within a transaction that has begun: the lock is held until it ends. */
export async function takeAdvisoryLock(manager: EntityManager, name: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [lockNumber(name)]);
}

function lockNumber(name: string): string {
  return createHash('sha256').update(name).digest().readBigInt64BE(0).toString();
}
