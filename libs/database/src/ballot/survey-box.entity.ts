import type { Custody, SurveyForm } from '#survey-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One announced survey: all that the anonymous side knows of it. */
@Entity({ schema: 'ballot', name: 'survey' })
export class SurveyBoxEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' }) surveyId: string;
  @Column('jsonb') form: SurveyForm;
  /** SubjectPublicKeyInfo in DER, base64. */
  @Column('text', { name: 'ticket_public_key' }) ticketPublicKey: string;
  /** Uncompressed P-256 point, base64. */
  @Column('text', { name: 'tally_public_key' }) tallyPublicKey: string;
  @Column('text') custody: Custody;
  @Column('timestamptz', { name: 'closes_at' }) closesAt: Date;
  @Column('text', { name: 'paper_ticket_public_key', nullable: true }) paperTicketPublicKey: string | null;
  @Column('timestamptz', { name: 'paper_closes_at', nullable: true }) paperClosesAt: Date | null;
  /** "YYYY-MM-DD" */
  @Column('date', { name: 'destroy_on' }) destroyOn: string;
  @Column('boolean') closed: boolean;
  @Column('boolean') destroyed: boolean;
}
