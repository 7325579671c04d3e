import type { SurveyState } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
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

  /** Stores the ticket that was signed for the person. */
  async saveTicket(
    manager: EntityManager,
    row: ParticipationEntity,
    request: Buffer,
    signature: Buffer,
  ): Promise<void> {
    await manager.query(
      `UPDATE identity.participation SET state = 'started', ticket_request = $3, ticket_signature = $4
       WHERE survey_id = $1 AND staff_member_id = $2`,
      [row.surveyId, row.staffMemberId, request, signature],
    );
  }

  async saveState(manager: EntityManager, row: ParticipationEntity, state: ParticipationState): Promise<void> {
    await manager.query('UPDATE identity.participation SET state = $3 WHERE survey_id = $1 AND staff_member_id = $2', [
      row.surveyId,
      row.staffMemberId,
      state,
    ]);
  }

  /** Online tickets signed, and papers taken. */
  async countTickets(
    manager: EntityManager,
    surveyId: string,
  ): Promise<{ readonly online: number; readonly papers: number }> {
    const rows = await manager.query<{ online: number; papers: number }[]>(
      `SELECT count(ticket_signature)::integer AS online, (count(*) FILTER (WHERE state = 'paper'))::integer AS papers
       FROM identity.participation WHERE survey_id = $1`,
      [surveyId],
    );
    return rows[0] ?? { online: 0, papers: 0 };
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
         p.age_band AS "ageBand", p.employment_type AS "employmentType"
       FROM identity.participation p JOIN identity.survey s ON s.id = p.survey_id
       WHERE p.staff_member_id = $1 ORDER BY s.opened_at DESC`,
      [staffMemberId],
    );
  }
}
