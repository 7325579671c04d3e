import type { EntityManager } from 'typeorm';

export interface DestructionRow {
  readonly destroyedAt: Date;
  /** What was destroyed, and what it was: the text that is signed is its JSON. */
  readonly record: Readonly<Record<string, unknown>>;
  /** Ed25519 over the record's JSON, base64url. */
  readonly signature: string;
}

/** Reads what the tally has destroyed, and destroys what the identified side kept for it. */
export class DestructionRepository {
  async find(manager: EntityManager, surveyId: string): Promise<DestructionRow | null> {
    const rows = await manager.query<DestructionRow[]>(
      'SELECT destroyed_at AS "destroyedAt", record, signature FROM results.destruction WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0] ?? null;
  }

  /** Blinded tickets, their signatures and escrows: of no use to anybody once the box is gone. */
  async forgetTickets(manager: EntityManager, surveyId: string): Promise<void> {
    await manager.query('SELECT identity.forget_tickets($1)', [surveyId]);
  }
}
