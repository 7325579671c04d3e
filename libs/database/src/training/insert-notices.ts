import type { NoticeKind } from '#survey-model';
import type { EntityManager } from 'typeorm';

/** What one person is to be told; the mail is written from what is true when it is sent. */
export interface NewNotice {
  readonly kind: NoticeKind;
  readonly staffNumber: string;
  readonly enrolmentId: string | null;
  /** Of letters: subject and words. Of a refusal or cancellation: the reason as `body`. */
  readonly subject?: string;
  readonly body?: string;
}

/** Writes notices and the job that sends each, with the caller's transaction, in one statement however many they are. */
export async function insertNotices(
  manager: EntityManager,
  notices: readonly NewNotice[],
  { createdBy, at }: { readonly createdBy: string; readonly at: Date },
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ subject = '', body = '', ...notice }) => ({ ...notice, subject, body }));
  await manager.query(
    `WITH added AS (
       INSERT INTO training.notice (kind, staff_number, enrolment_id, subject, body, created_at, created_by)
       SELECT kind, "staffNumber", "enrolmentId", subject, body, $2, $3
       FROM jsonb_to_recordset($1::jsonb) AS row (kind text, "staffNumber" text, "enrolmentId" uuid, subject text, body text)
       ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO jobs.job (name, queue, payload, requested_by)
     SELECT 'notice.send', 'office', jsonb_build_object('noticeId', id), $3 FROM added`,
    [JSON.stringify(rows), at, createdBy],
  );
}
