import type { AttributeDefinition, Custody, Questionnaire } from '#survey-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the tally may know of a survey, fixed at opening: everything but people. */
@Entity({ schema: 'results', name: 'survey' })
export class SurveyFrameEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' }) surveyId: string;
  @Column('text') title: string;
  @Column('text') organisation: string;
  @Column('integer', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('date', { name: 'opens_on' }) opensOn: string;
  @Column('date', { name: 'closes_on' }) closesOn: string;
  @Column('timestamptz', { name: 'closes_at' }) closesAt: Date;
  @Column('timestamptz', { name: 'paper_closes_at', nullable: true }) paperClosesAt: Date | null;
  @Column('integer') invited: number;
  @Column('smallint', { name: 'min_group' }) minGroup: number;
  @Column('smallint', { name: 'detail_min_group' }) detailMinGroup: number;
  /** `{organisation}` already filled in. */
  @Column('jsonb') questionnaire: Questionnaire;
  @Column('jsonb') attributes: AttributeDefinition[];
  /** SPKI, base64. */
  @Column('text', { name: 'ticket_public_key' }) ticketPublicKey: string;
  @Column('text', { name: 'paper_ticket_public_key', nullable: true }) paperTicketPublicKey: string | null;
  @Column('text') custody: Custody;
  /** First day on which ballots and serials are destroyed, "YYYY-MM-DD". */
  @Column('date', { name: 'destroy_on' }) destroyOn: string;
}
