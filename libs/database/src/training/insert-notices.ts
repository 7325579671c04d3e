import type { EntityManager } from 'typeorm';
import type { NewNotice } from './notice.js';

/**
 * Writes notices and, in the same statement, the job that sends each (as `insertJob` would: name and queue are those of libs/queue,
 * which this library may not import): one round trip for 1 or 10,000. Pass the manager of the transaction that causes them. A second
 * reminder of the same enrolment and revision is left out.
 * @param createdBy login of whoever caused them, or the name of the job
 * @returns ids of those written
 */
export async function insertNotices(
  manager: EntityManager,
  notices: readonly NewNotice[],
  { createdBy, at }: { readonly createdBy: string; readonly at: Date },
): Promise<string[]> {
  if (notices.length === 0) return [];
  const rows = await manager.query<{ id: string }[]>(
    `WITH added AS (
       INSERT INTO training.notice (kind, staff_number, enrolment_id, subject, body, created_at, created_by)
       SELECT kind, "staffNumber", "enrolmentId", COALESCE(subject, ''), COALESCE(body, ''), $2, $3
       FROM jsonb_to_recordset($1::jsonb) AS row (kind text, "staffNumber" text, "enrolmentId" uuid, subject text, body text)
       ON CONFLICT (enrolment_id, subject) WHERE kind = 'reminder' DO NOTHING RETURNING id),
     jobs AS (
       INSERT INTO jobs.job (name, queue, payload, requested_by)
       SELECT 'notice.send', 'office', jsonb_build_object('noticeId', id), $3 FROM added)
     SELECT id FROM added`,
    [JSON.stringify(notices), at, createdBy],
  );
  return rows.map(({ id }) => id);
}
