import type { EntityManager } from 'typeorm';

export interface NewAuditEvent {
  readonly at: Date;
  /** Login of whoever did it. */
  readonly actor: string;
  /** `noun.verb`, for example "survey.opened". */
  readonly action: string;
  readonly subject?: string;
  /** Counts and ids; never a code, a password or an answer. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Pass the manager of the transaction that does the thing: what is recorded happened, and what happened is recorded. */
export async function insertAuditEvent(manager: EntityManager, event: NewAuditEvent): Promise<void> {
  await manager.query(
    'INSERT INTO identity.audit_event (at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5)',
    [event.at, event.actor, event.action, event.subject ?? '', event.detail ?? {}],
  );
}
