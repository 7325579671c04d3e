import type { Custody, Questionnaire, SurveyState, TargetRule } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { SurveyFrameEntity } from '../results/survey-frame.entity.js';
import { SurveyEntity } from './survey.entity.js';

/** What HR decides about a survey, and may change while it is a draft. */
export interface SurveyDraft {
  readonly title: string;
  readonly fiscalYear: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly paperUntil: string | null;
  readonly minGroup: number;
  readonly targetRule: TargetRule;
  readonly questionnaire: Questionnaire;
  readonly custody: Custody;
  /** 0 to 90 days after the last day on which answers are taken. */
  readonly destroyAfterDays: number;
}

/** Private keys as they may be stored: encrypted. */
export interface StoredTicketKeys {
  readonly online: string;
  readonly paper: string | null;
}

/** Fixed at the close: the most ballots that may lie in the box. */
export interface IssuedTickets {
  readonly tickets: number;
  /** How many of these went to somebody who had one already. */
  readonly exceptions: number;
  readonly papers: number;
}

/** A survey in a list. */
export interface SurveySummary extends Omit<SurveyDraft, 'questionnaire'> {
  readonly id: string;
  readonly state: SurveyState;
  /** Of the snapshot; of today's roster and the rule while it is a draft. */
  readonly invited: number;
  readonly paperTickets: number;
  readonly itemCount: number;
  readonly tallyJobId: string | null;
  /** Tickets issued in all, online and paper; null before the close. */
  readonly tickets: number | null;
  readonly exceptions: number;
  /** The official number of answers, and the root of the published leaves; null until the box was opened. */
  readonly ballots: number | null;
  readonly merkleRoot: string | null;
  /** Closed, not released, and the tally waits for the custodians' shares. */
  readonly awaitingKey: boolean;
  readonly destroyOn: string;
  readonly destroyedAt: Date | null;
  /** Base64; null until there is such a key. */
  readonly ticketPublicKey: string | null;
  readonly tallyPublicKey: string | null;
}

const SUMMARY = `
  SELECT survey.id, survey.title, survey.fiscal_year AS "fiscalYear", to_char(survey.opens_on, 'YYYY-MM-DD') AS "opensOn",
    to_char(survey.closes_on, 'YYYY-MM-DD') AS "closesOn", to_char(survey.paper_until, 'YYYY-MM-DD') AS "paperUntil",
    survey.min_group AS "minGroup", survey.target_rule AS "targetRule", survey.state, survey.paper_tickets AS "paperTickets",
    jsonb_array_length(survey.questionnaire -> 'scoring' -> 'items') AS "itemCount",
    CASE survey.state WHEN 'draft' THEN (
      SELECT count(*) FROM identity.staff_member staff WHERE staff.left_on IS NULL
        AND NOT survey.target_rule -> 'excludedJobTypes' ? staff.job_type
        AND NOT survey.target_rule -> 'excludedStatuses' ? staff.status
        AND NOT survey.target_rule -> 'excludedEmploymentTypes' ? staff.employment_type)
    ELSE (SELECT count(*) FROM identity.participation WHERE survey_id = survey.id) END::integer AS invited,
    (SELECT job.id FROM jobs.job WHERE job.name = 'survey.tally' AND job.payload ->> 'surveyId' = survey.id::text
     ORDER BY job.requested_at DESC LIMIT 1) AS "tallyJobId",
    survey.custody, survey.destroy_after_days AS "destroyAfterDays", issued.tickets, box.ballots, box.merkle_root AS "merkleRoot",
    (SELECT count(*) FROM identity.ticket_exception WHERE survey_id = survey.id)::integer AS exceptions,
    to_char(coalesce(survey.paper_until, survey.closes_on) + survey.destroy_after_days + 1, 'YYYY-MM-DD') AS "destroyOn",
    (SELECT destroyed_at FROM results.destruction WHERE survey_id = survey.id) AS "destroyedAt",
    survey.custody = 'custodians' AND NOT EXISTS (
      SELECT FROM jobs.job WHERE job.name IN ('survey.tally', 'survey.publish-tables')
        AND job.payload ->> 'surveyId' = survey.id::text AND job.state IN ('pending', 'running'))
      AND (survey.state = 'closed' AND NOT EXISTS (SELECT FROM results.release WHERE survey_id = survey.id)
        OR EXISTS (SELECT FROM results.table_request WHERE survey_id = survey.id AND state = 'waiting'))
      AND NOT EXISTS (SELECT FROM results.destruction WHERE survey_id = survey.id) AS "awaitingKey",
    survey.ticket_public_key AS "ticketPublicKey",
    (SELECT public_key FROM custody.tally_key WHERE survey_id = survey.id) AS "tallyPublicKey"
  FROM identity.survey
  LEFT JOIN results.issued ON issued.survey_id = survey.id LEFT JOIN results.box_count AS box ON box.survey_id = survey.id`;

/** Surveys as HR steers them. */
export class SurveyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every survey, newest first. */
  findAll(): Promise<SurveySummary[]> {
    return this.dataSource.query<SurveySummary[]>(`${SUMMARY} ORDER BY survey.created_at DESC, survey.id`);
  }

  async findSummary(id: string): Promise<SurveySummary | null> {
    const rows = await this.dataSource.query<SurveySummary[]>(`${SUMMARY} WHERE survey.id = $1`, [id]);
    return rows[0] ?? null;
  }

  find(id: string, manager: EntityManager = this.dataSource.manager): Promise<SurveyEntity | null> {
    return manager.getRepository(SurveyEntity).findOneBy({ id });
  }

  /**
   * The survey, locked until the end of the transaction: `exclusive` for whoever changes its state, `shared` for whoever relies on
   * the state while writing elsewhere, such as a ticket that must be counted by the close.
   */
  findLocked(manager: EntityManager, id: string, lock: 'exclusive' | 'shared'): Promise<SurveyEntity | null> {
    return manager
      .getRepository(SurveyEntity)
      .createQueryBuilder('survey')
      .where('survey.id = :id', { id })
      .setLock(lock === 'exclusive' ? 'pessimistic_write' : 'pessimistic_read')
      .getOne();
  }

  /** @returns the new draft's id */
  async insert(manager: EntityManager, draft: SurveyDraft, createdAt: Date): Promise<string> {
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO identity.survey (title, fiscal_year, opens_on, closes_on, paper_until, min_group, target_rule, questionnaire, custody,
         destroy_after_days, state, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', $11) RETURNING id`,
      [...draftColumns(draft), createdAt],
    );
    const id = rows[0]?.id;
    if (!id) throw new Error('identity.survey: INSERT returned no row');
    return id;
  }

  /** @returns false when the survey is no draft, or does not exist */
  async updateDraft(manager: EntityManager, id: string, draft: SurveyDraft): Promise<boolean> {
    const [, affected] = await manager.query<[unknown[], number]>(
      `UPDATE identity.survey SET title = $1, fiscal_year = $2, opens_on = $3, closes_on = $4, paper_until = $5, min_group = $6,
         target_rule = $7, questionnaire = $8, custody = $9, destroy_after_days = $10 WHERE id = $11 AND state = 'draft'`,
      [...draftColumns(draft), id],
    );
    return affected === 1;
  }

  /** @returns false when the survey is no draft, or does not exist */
  async deleteDraft(manager: EntityManager, id: string): Promise<boolean> {
    const [, affected] = await manager.query<[unknown[], number]>(
      `DELETE FROM identity.survey WHERE id = $1 AND state = 'draft'`,
      [id],
    );
    return affected === 1;
  }

  /** draft -> open, and what the tally may know of the survey. */
  async open(
    manager: EntityManager,
    frame: SurveyFrameEntity,
    privateKeys: StoredTicketKeys,
    openedAt: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE identity.survey SET state = 'open', opened_at = $2, ticket_public_key = $3, ticket_private_key = $4,
         paper_ticket_public_key = $5, paper_ticket_private_key = $6 WHERE id = $1`,
      [
        ...[frame.surveyId, openedAt, frame.ticketPublicKey, privateKeys.online],
        ...[frame.paperTicketPublicKey, privateKeys.paper],
      ],
    );
    await manager.getRepository(SurveyFrameEntity).insert(frame as object);
  }

  async startPaperEntry(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`UPDATE identity.survey SET state = 'paper-entry' WHERE id = $1`, [id]);
  }

  /** Ends the survey: the private keys are gone, and the number of tickets is fixed. */
  async close(manager: EntityManager, id: string, issued: IssuedTickets, closedAt: Date): Promise<void> {
    await manager.query(
      `UPDATE identity.survey SET state = 'closed', closed_at = $2, ticket_private_key = NULL, paper_ticket_private_key = NULL WHERE id = $1`,
      [id, closedAt],
    );
    await manager.query('INSERT INTO results.issued (survey_id, tickets, exceptions, papers) VALUES ($1, $2, $3, $4)', [
      id,
      issued.tickets,
      issued.exceptions,
      issued.papers,
    ]);
  }

  async countPaperTicket(manager: EntityManager, id: string): Promise<void> {
    await manager.query('UPDATE identity.survey SET paper_tickets = paper_tickets + 1 WHERE id = $1', [id]);
  }
}

function draftColumns(draft: SurveyDraft): unknown[] {
  const { title, fiscalYear, opensOn, closesOn, paperUntil, minGroup, targetRule, questionnaire } = draft;
  const { custody, destroyAfterDays } = draft;
  return [
    ...[title, fiscalYear, opensOn, closesOn, paperUntil, minGroup, targetRule, questionnaire],
    ...[custody, destroyAfterDays],
  ];
}
