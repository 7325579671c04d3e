import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ParticipationState = 'invited' | 'started' | 'done' | 'paper';

/** One line of the roster snapshot: who was asked, where they stood at opening, and whether they are done. Never what they said. */
@Entity({ schema: 'identity', name: 'participation' })
export class ParticipationEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' }) surveyId: string;
  @PrimaryColumn('uuid', { name: 'staff_member_id' }) staffMemberId: string;
  @Column('text', { name: 'department_code' }) departmentCode: string;
  @Column('text', { name: 'position_key' }) positionKey: string;
  @Column('text', { name: 'age_band', nullable: true }) ageBand: string | null;
  @Column('text', { name: 'employment_type' }) employmentType: string;
  @Column('text') state: ParticipationState;
  /** What the person asked to have signed: blinded, so that nobody can find the ticket that came of it. */
  @Column('bytea', { name: 'ticket_request', nullable: true }) ticketRequest: Buffer | null;
  @Column('bytea', { name: 'ticket_signature', nullable: true }) ticketSignature: Buffer | null;
  /** The pending ticket, encrypted under the person's recovery code. */
  @Column('bytea', { nullable: true }) escrow: Buffer | null;
}
