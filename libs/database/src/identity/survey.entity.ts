import type { Custody, Questionnaire, SurveyState, TargetRule } from '#survey-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One wave as HR steers it. The tally never sees this row; it reads `results.survey`. */
@Entity({ schema: 'identity', name: 'survey' })
export class SurveyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('integer', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('jsonb') questionnaire: Questionnaire;
  @Column('date', { name: 'opens_on' }) opensOn: string;
  @Column('date', { name: 'closes_on' }) closesOn: string;
  /** Paper answers may be typed in until the end of this day. */
  @Column('date', { name: 'paper_until', nullable: true }) paperUntil: string | null;
  @Column('jsonb', { name: 'target_rule' }) targetRule: TargetRule;
  @Column('smallint', { name: 'min_group' }) minGroup: number;
  @Column('text') state: SurveyState;
  @Column('text') custody: Custody;
  /** Days after the last day on which answers are taken. */
  @Column('smallint', { name: 'destroy_after_days' }) destroyAfterDays: number;
  @Column('text', { name: 'ticket_public_key', nullable: true }) ticketPublicKey: string | null;
  /** Encrypted under the api's key file; emptied at the close. */
  @Column('text', { name: 'ticket_private_key', nullable: true }) ticketPrivateKey: string | null;
  @Column('text', { name: 'paper_ticket_public_key', nullable: true }) paperTicketPublicKey: string | null;
  /** As `ticketPrivateKey`. */
  @Column('text', { name: 'paper_ticket_private_key', nullable: true }) paperTicketPrivateKey: string | null;
  @Column('integer', { name: 'paper_tickets' }) paperTickets: number;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
