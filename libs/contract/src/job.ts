import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsObject, IsOptional, IsString, Length } from 'class-validator';

export class JobResponse {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['pending', 'running', 'done', 'failed'] }) state: 'pending' | 'running' | 'done' | 'failed';
  @ApiProperty() doneSteps: number;
  @ApiProperty() totalSteps: number;
  /** What is being done now, in Japanese. */
  @ApiProperty() step: string;
  @ApiProperty({ type: String, nullable: true }) failure: string | null;
  /** Name of the file to download at /api/jobs/{id}/file, once done. */
  @ApiProperty({ type: String, nullable: true }) fileName: string | null;
}

export class BuildWorkbooksRequest {
  /** One department, or all of them in one zip when left out. */
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 64) departmentCode?: string;
}

export const IMPORT_KINDS = ['roster', 'completions', 'successions'] as const;

export class ImportQuery {
  @ApiProperty({ enum: IMPORT_KINDS }) @IsIn(IMPORT_KINDS) kind: (typeof IMPORT_KINDS)[number];
}

/** Which header of the file holds which of our columns. */
export class CheckImportRequest {
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) @IsObject() mapping: Record<string, string>;
}

export class ApplyImportRequest {
  /** Take the valid rows although others are wrong. */
  @ApiProperty() @IsBoolean() acceptValid: boolean;
}

export class LineErrorResponse {
  @ApiProperty() line: number;
  @ApiProperty() column: string;
  @ApiProperty() ja: string;
  @ApiProperty() en: string;
}

export class FieldChange {
  @ApiProperty() field: string;
  @ApiProperty() before: string;
  @ApiProperty() after: string;
}

export class PersonChange {
  /** For successions the old department's code. */
  @ApiProperty() staffNumber: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: [FieldChange] }) changes: FieldChange[];
}

/** What applying the file would do. Lists are cut at 200 entries, the counts are whole. */
export class ImportReport {
  @ApiProperty() rows: number;
  @ApiProperty() validRows: number;
  @ApiProperty({ description: 'utf-8, cp932 or xlsx' }) encoding: string;
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) mapping: Record<string, string>;
  @ApiProperty({ type: [String] }) headers: string[];
  /** added, changed, moved, left, same; for completions and successions added, changed, same. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'number' } }) counts: Record<string, number>;
  @ApiProperty({ type: [PersonChange] }) added: PersonChange[];
  @ApiProperty({ type: [PersonChange] }) changed: PersonChange[];
  @ApiProperty({ type: [PersonChange] }) moved: PersonChange[];
  @ApiProperty({ type: [PersonChange] }) left: PersonChange[];
  /** Up to 1,000. */
  @ApiProperty({ type: [LineErrorResponse] }) errors: LineErrorResponse[];
  @ApiProperty() errorCount: number;
}

export class ImportResponse {
  @ApiProperty() id: string;
  @ApiProperty({ enum: IMPORT_KINDS }) kind: (typeof IMPORT_KINDS)[number];
  @ApiProperty() fileName: string;
  @ApiProperty({ enum: ['waiting', 'checked', 'refused', 'applied', 'failed'] })
  state: 'waiting' | 'checked' | 'refused' | 'applied' | 'failed';
  @ApiProperty() requestedAt: string;
  @ApiProperty({ type: String, nullable: true }) appliedAt: string | null;
  @ApiProperty({ type: ImportReport, nullable: true }) report: ImportReport | null;
  /** The job that checks or applies it now. */
  @ApiProperty({ type: String, nullable: true }) jobId: string | null;
}
