import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'identity', name: 'organisation' })
export class OrganisationEntity {
  /** Always 1: one deployment serves one organisation. */
  @PrimaryColumn('smallint') id: number;
  @Column('text') name: string;
  /** Demo data refuses to be served beyond localhost. */
  @Column('boolean') demo: boolean;
}

@Entity({ schema: 'identity', name: 'position' })
export class PositionEntity {
  @PrimaryColumn('text') key: string;
  @Column('text') name: string;
  @Column('smallint', { array: true }) grades: number[];
  @Column('text', { array: true }) titles: string[];
  @Column('smallint') sort: number;
}

/** The one-time link that creates the first HR account. */
@Entity({ schema: 'identity', name: 'setup_link' })
export class SetupLinkEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

@Entity({ schema: 'identity', name: 'access_code_issue' })
export class AccessCodeIssueEntity {
  @PrimaryColumn('bigint', { insert: false }) id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt: Date;
  @Column('text', { name: 'issued_by' }) issuedBy: string;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

@Entity({ schema: 'identity', name: 'audit_event' })
export class AuditEventEntity {
  @PrimaryColumn('bigint', { insert: false }) id: string;
  @Column('timestamptz') at: Date;
  @Column('text') actor: string;
  @Column('text') action: string;
  @Column('text') subject: string;
  @Column('jsonb') detail: Record<string, unknown>;
}
