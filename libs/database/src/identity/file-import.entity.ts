import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ImportKind = 'roster' | 'completions' | 'successions';
/** waiting: to be checked · checked: dry run is there · refused: not one row can be taken · applied · failed: not a readable file. */
export type ImportState = 'waiting' | 'checked' | 'refused' | 'applied' | 'failed';

/** An uploaded file and what a dry run found in it. The file itself is deleted once it has been applied. */
@Entity({ schema: 'identity', name: 'file_import' })
export class FileImportEntity<Report = unknown> {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id: string;
  @Column('text') kind: ImportKind;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('bytea', { nullable: true, select: false }) file: Buffer | null;
  @Column('text') state: ImportState;
  @Column('jsonb', { nullable: true }) mapping: Record<string, string> | null;
  @Column('jsonb', { nullable: true }) report: Report | null;
  @Column('boolean', { name: 'accept_valid' }) acceptValid: boolean;
  @Column('text', { name: 'requested_by' }) requestedBy: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt: Date | null;
}
