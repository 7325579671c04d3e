import type { SurveyState } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { takeAdvisoryLock } from '../advisory-lock.js';
import { ParticipationEntity, type ParticipationState } from './participation.entity.js';

/** One line of the roster snapshot, as it is taken at opening. */
export interface SnapshotRow {
  readonly staffNumber: string;
  readonly departmentCode: string;
  readonly positionKey: string;
  readonly ageBand: string | null;
  readonly employmentType: string;
}

/** A survey as one person meets it. */
export interface OwnSurvey {
  readonly id: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly closesOn: string;
  readonly surveyState: SurveyState;
  readonly state: ParticipationState;
  readonly departmentCode: string;
  readonly positionKey: string;
  readonly ageBand: string | null;
  readonly employmentType: string;
  readonly ticketPublicKey: string;
  readonly tallyPublicKey: string | null;
  readonly destroyOn: string;
  /** When HR allowed a second ticket, and why: the person must be able to object. */
  readonly exceptions: readonly { readonly at: string; readonly reason: string }[];
}

/** Somebody to remind. */
export interface NotDone {
  readonly staffNumber: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly departmentName: string;
}

/** How many of those invited share one combination. */
export interface CombinationCount {
  readonly department: string;
  readonly position: string;
  readonly ageBand: string | null;
  readonly employmentType: string;
  readonly n: number;
}

export interface GroupCount {
  readonly key: string;
  readonly invited: number;
  readonly done: number;
}

/** Rows of one statement. */
const BATCH = 5000;

/** Who was asked, and whether they are done. Never what they said. */
export class ParticipationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes the roster snapshot. @returns how many people it holds */
  async insertSnapshot(manager: EntityManager, surveyId: string, rows: readonly SnapshotRow[]): Promise<number> {
    let inserted = 0;
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = await manager.query<unknown[]>(
        `INSERT INTO identity.participation (survey_id, staff_member_id, department_code, position_key, age_band, employment_type)
         SELECT $1, staff.id, row."departmentCode", row."positionKey", row."ageBand", row."employmentType"
         FROM jsonb_to_recordset($2::jsonb) AS row ("staffNumber" text, "departmentCode" text, "positionKey" text, "ageBand" text,
           "employmentType" text) JOIN identity.staff_member staff ON staff.staff_number = row."staffNumber"
         RETURNING staff_member_id`,
        [surveyId, JSON.stringify(rows.slice(at, at + BATCH))],
      );
      inserted += batch.length;
    }
    return inserted;
  }

  find(surveyId: string, staffMemberId: string): Promise<ParticipationEntity | null> {
    return this.dataSource.getRepository(ParticipationEntity).findOneBy({ surveyId, staffMemberId });
  }

  /** One person's line, locked until the end of the transaction. */
  findLocked(manager: EntityManager, surveyId: string, staffMemberId: string): Promise<ParticipationEntity | null> {
    return manager
      .getRepository(ParticipationEntity)
      .createQueryBuilder('participation')
      .where({ surveyId, staffMemberId })
      .setLock('pessimistic_write')
      .getOne();
  }

  /** Id of the person with that number in the snapshot, or null. */
  async findInvited(manager: EntityManager, surveyId: string, staffNumber: string): Promise<string | null> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT staff.id FROM identity.participation p JOIN identity.staff_member staff ON staff.id = p.staff_member_id
       WHERE p.survey_id = $1 AND staff.staff_number = $2`,
      [surveyId, staffNumber],
    );
    return rows[0]?.id ?? null;
  }

  /** Stores what was signed for the person: blinded, and what their recovery code opens. */
  async saveTicket(
    manager: EntityManager,
    row: ParticipationEntity,
    ticket: { readonly request: Buffer; readonly signature: Buffer; readonly escrow: Buffer },
  ): Promise<void> {
    await manager.query(
      `UPDATE identity.participation SET state = CASE state WHEN 'invited' THEN 'started' ELSE state END, ticket_request = $3,
         ticket_signature = $4, escrow = $5 WHERE survey_id = $1 AND staff_member_id = $2`,
      [row.surveyId, row.staffMemberId, ticket.request, ticket.signature, ticket.escrow],
    );
  }

  /**
   * Forgets the ticket of somebody who lost the recovery code, so that they may take another; they are not done any more, not even in the
   * pool, which must be locked. Recorded for everybody to see.
   */
  async grantException(
    manager: EntityManager,
    row: ParticipationEntity,
    exception: { readonly at: Date; readonly by: string; readonly reason: string },
  ): Promise<void> {
    await manager.query(
      `UPDATE identity.participation SET state = 'invited', ticket_request = NULL, ticket_signature = NULL, escrow = NULL
       WHERE survey_id = $1 AND staff_member_id = $2`,
      [row.surveyId, row.staffMemberId],
    );
    await manager.query('DELETE FROM identity.done_pool WHERE survey_id = $1 AND staff_member_id = $2', [
      row.surveyId,
      row.staffMemberId,
    ]);
    await manager.query(
      `INSERT INTO identity.ticket_exception (survey_id, staff_member_id, at, granted_by, reason) VALUES ($1, $2, $3, $4, $5)`,
      [row.surveyId, row.staffMemberId, exception.at, exception.by, exception.reason],
    );
  }

  /**
   * One transaction at a time touches the pool. Without it two that come at once would both count ten, and the second would write the one
   * mark that the first has not seen: alone, under a transaction of its own. Taken after a lock on the survey, before one on a person's line.
   */
  async lockDonePool(manager: EntityManager, surveyId: string): Promise<void> {
    await takeAdvisoryLock(manager, `done-pool ${surveyId}`);
  }

  /** Puts a mark "done" into the locked pool, where it waits for company. @returns how many wait now */
  async poolDone(manager: EntityManager, surveyId: string, staffMemberId: string): Promise<number> {
    // Somebody who became done in the meantime is no company for others.
    await manager.query(
      `INSERT INTO identity.done_pool SELECT survey_id, staff_member_id FROM identity.participation
       WHERE survey_id = $1 AND staff_member_id = $2 AND state = 'started' ON CONFLICT DO NOTHING`,
      [surveyId, staffMemberId],
    );
    const rows = await manager.query<{ n: number }[]>(
      'SELECT count(*)::integer AS n FROM identity.done_pool WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0]?.n ?? 0;
  }

  /** Empties the locked pool by one update: all of its marks bear one transaction and no order. */
  async flushDonePool(manager: EntityManager, surveyId: string): Promise<void> {
    await manager.query(
      `WITH pool AS (DELETE FROM identity.done_pool WHERE survey_id = $1 RETURNING staff_member_id)
       UPDATE identity.participation p SET state = 'done' FROM pool
       WHERE p.survey_id = $1 AND p.staff_member_id = pool.staff_member_id AND p.state = 'started'`,
      [surveyId],
    );
  }

  async saveState(manager: EntityManager, row: ParticipationEntity, state: ParticipationState): Promise<void> {
    await manager.query('UPDATE identity.participation SET state = $3 WHERE survey_id = $1 AND staff_member_id = $2', [
      row.surveyId,
      row.staffMemberId,
      state,
    ]);
  }

  /** Online tickets signed, those forgotten by an exception included, and papers taken. */
  async countTickets(
    manager: EntityManager,
    surveyId: string,
  ): Promise<{ readonly online: number; readonly exceptions: number; readonly papers: number }> {
    const rows = await manager.query<{ online: number; exceptions: number; papers: number }[]>(
      `SELECT count(ticket_signature)::integer + exceptions AS online, exceptions,
         (count(*) FILTER (WHERE state = 'paper'))::integer AS papers
       FROM identity.participation p,
         (SELECT count(*)::integer AS exceptions FROM identity.ticket_exception WHERE survey_id = $1) AS granted
       WHERE p.survey_id = $1 GROUP BY exceptions`,
      [surveyId],
    );
    return rows[0] ?? { online: 0, exceptions: 0, papers: 0 };
  }

  /** Who is neither done nor on paper, by department: whom to remind. */
  findNotDone(surveyId: string): Promise<NotDone[]> {
    return this.dataSource.query<NotDone[]>(
      `SELECT staff.staff_number AS "staffNumber", staff.name, p.department_code AS "departmentCode",
         coalesce(d.name, p.department_code) AS "departmentName"
       FROM identity.participation p JOIN identity.staff_member staff ON staff.id = p.staff_member_id
       LEFT JOIN identity.department d ON d.code = p.department_code
       WHERE p.survey_id = $1 AND p.state IN ('invited', 'started') ORDER BY d.sort, p.department_code, staff.staff_number`,
      [surveyId],
    );
  }

  /** Numbers only, of the whole snapshot. */
  countCombinations(surveyId: string): Promise<CombinationCount[]> {
    return this.dataSource.query<CombinationCount[]>(
      `SELECT department_code AS department, position_key AS position, age_band AS "ageBand", employment_type AS "employmentType",
         count(*)::integer AS n FROM identity.participation WHERE survey_id = $1 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      [surveyId],
    );
  }

  /** Counts of the snapshot by the department people stood in (not those above it) or by position. */
  countBy(surveyId: string, attribute: 'department' | 'position'): Promise<GroupCount[]> {
    const column = attribute === 'department' ? 'department_code' : 'position_key';
    return this.dataSource.query<GroupCount[]>(
      `SELECT ${column} AS key, count(*)::integer AS invited, (count(*) FILTER (WHERE state = 'done'))::integer AS done
       FROM identity.participation WHERE survey_id = $1 GROUP BY 1`,
      [surveyId],
    );
  }

  /** Every survey that the person was ever asked to answer, newest first. */
  findOwn(staffMemberId: string): Promise<OwnSurvey[]> {
    return this.dataSource.query<OwnSurvey[]>(
      `SELECT s.id, s.title, s.fiscal_year AS "fiscalYear", to_char(s.closes_on, 'YYYY-MM-DD') AS "closesOn",
         s.state AS "surveyState", p.state, p.department_code AS "departmentCode", p.position_key AS "positionKey",
         p.age_band AS "ageBand", p.employment_type AS "employmentType", s.ticket_public_key AS "ticketPublicKey",
         k.public_key AS "tallyPublicKey",
         to_char(coalesce(s.paper_until, s.closes_on) + s.destroy_after_days + 1, 'YYYY-MM-DD') AS "destroyOn",
         coalesce((SELECT jsonb_agg(jsonb_build_object('at', e.at, 'reason', e.reason) ORDER BY e.id) FROM identity.ticket_exception e
           WHERE e.survey_id = p.survey_id AND e.staff_member_id = p.staff_member_id), '[]') AS exceptions
       FROM identity.participation p JOIN identity.survey s ON s.id = p.survey_id
         LEFT JOIN custody.tally_key k ON k.survey_id = s.id
       WHERE p.staff_member_id = $1 ORDER BY s.opened_at DESC`,
      [staffMemberId],
    );
  }
}
