import type { SurveyForm } from '#survey-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One announced survey: all that the anonymous side knows of it. */
@Entity({ schema: 'ballot', name: 'survey' })
export class SurveyBoxEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' }) surveyId: string;
  /** SubjectPublicKeyInfo in DER, base64. */
  @Column('text', { name: 'ticket_public_key' }) ticketPublicKey: string;
  @Column('jsonb') form: SurveyForm;
  @Column('timestamptz', { name: 'closes_at' }) closesAt: Date;
  @Column('text', { name: 'paper_ticket_public_key', nullable: true }) paperTicketPublicKey: string | null;
  @Column('timestamptz', { name: 'paper_closes_at', nullable: true }) paperClosesAt: Date | null;
  @Column('boolean') closed: boolean;
}
