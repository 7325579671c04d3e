import type { DataSource, EntityManager } from 'typeorm';

export type StatementOutcome = 'recorded' | 'parked' | 'ignored';
export type ParkedReason = 'person-unknown' | 'course-unknown';

export interface NewStatement {
  readonly id: string;
  /** As it came, with its id. */
  readonly statement: object;
  readonly outcome: StatementOutcome;
  readonly reason: string;
}

export interface NewParkedStatement {
  readonly statementId: string;
  readonly reason: ParkedReason;
  readonly actor: string;
  readonly activityId: string;
  readonly activityName: string;
  readonly completedOn: string;
  readonly mark: number | null;
}

export interface StatementOutcomeChange {
  readonly id: string;
  readonly outcome: StatementOutcome;
  readonly reason: string;
}

export interface StaffEmail {
  readonly staffNumber: string;
  readonly email: string;
}

/** Statements as learning systems sent them, and whom they may mean. Everything works on whole batches: one statement a question. */
export class StatementRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps those whose id is new. In the order of their ids, so that two batches that share some wait for each other instead of
   * deadlocking; what the other batch has written is there to be compared with afterwards.
   * @returns ids of the new ones
   */
  async insertNew(
    manager: EntityManager,
    statements: readonly NewStatement[],
    { sourceKey, receivedAt }: { readonly sourceKey: string; readonly receivedAt: Date },
  ): Promise<Set<string>> {
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO training.statement (id, source_key, received_at, statement, outcome, reason)
       SELECT id, $2, $3, statement, outcome, reason
       FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, statement jsonb, outcome text, reason text) ORDER BY id
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [JSON.stringify(statements), sourceKey, receivedAt],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Id -> statement, of those that are there. */
  async findByIds(manager: EntityManager, ids: readonly string[]): Promise<Map<string, object>> {
    const rows = await manager.query<{ id: string; statement: object }[]>(
      'SELECT id, statement FROM training.statement WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, statement }) => [id, statement]));
  }

  async insertParked(manager: EntityManager, parked: readonly NewParkedStatement[]): Promise<void> {
    if (parked.length === 0) return;
    await manager.query(
      `INSERT INTO training.parked_statement (statement_id, reason, actor, activity_id, activity_name, completed_on, mark)
       SELECT "statementId", reason, actor, "activityId", "activityName", "completedOn", mark
       FROM jsonb_to_recordset($1::jsonb) AS row ("statementId" uuid, reason text, actor text, "activityId" text,
         "activityName" text, "completedOn" date, mark smallint)`,
      [JSON.stringify(parked)],
    );
  }

  async changeOutcomes(manager: EntityManager, changes: readonly StatementOutcomeChange[]): Promise<void> {
    await manager.query(
      `UPDATE training.statement SET outcome = change.outcome, reason = change.reason
       FROM jsonb_to_recordset($1::jsonb) AS change (id uuid, outcome text, reason text) WHERE statement.id = change.id`,
      [JSON.stringify(changes)],
    );
  }

  /** Those of the staff numbers that somebody has or had. */
  async findStaffNumbers(manager: EntityManager, staffNumbers: readonly string[]): Promise<Set<string>> {
    const rows = await manager.query<{ staff_number: string }[]>(
      'SELECT staff_number FROM identity.staff_member WHERE staff_number = ANY ($1)',
      [staffNumbers],
    );
    return new Set(rows.map((row) => row.staff_number));
  }

  /** Everybody's addresses, of those who have left too: two people with one address are neither of them. */
  loadEmails(manager: EntityManager = this.dataSource.manager): Promise<StaffEmail[]> {
    return manager.query<StaffEmail[]>(
      `SELECT staff_number AS "staffNumber", email FROM identity.staff_member WHERE email IS NOT NULL AND email <> ''`,
    );
  }
}
