import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One ballot in the box. Has no time, no order and no origin, and must never get one. */
@Entity({ schema: 'ballot', name: 'spent_ballot' })
export class SpentBallotEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' }) surveyId: string;
  /** SHA-256 of the ticket's message. */
  @PrimaryColumn('bytea') serial: Buffer;
  /** 16,384 bytes. */
  @Column('bytea') sealed: Buffer;
}
