import { ApiProperty } from '@nestjs/swagger';
import {
  APPROVALS,
  ENROLMENT_PLACES,
  NOTICE_KINDS,
  type Approval,
  type EnrolmentPlace,
  type NoticeKind,
} from '#survey-model';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { EnrolmentResponse, TrainingSessionResponse } from './course.js';

export class CandidateQuery {
  @ApiProperty() @IsString() @Length(1, 64) programmeKey: string;
  /** With everything under it; a head's own department at most. */
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 64) departmentCode?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 64) positionKey?: string;
  @ApiProperty({ required: false, description: 'Name of an audience' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  audience?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @Transform(({ value }) => value === 'true' || value === true)
  @IsBoolean()
  neverTrained?: boolean;
  /** Part of a staff number, name or kana. */
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(100) query?: string;
  @ApiProperty({ required: false, default: 0 }) @IsOptional() @Type(() => Number) @IsInt() @Min(0) offset?: number;
  @ApiProperty({ required: false, default: 50, maximum: 500 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}

export class CandidateResponse {
  /** 1 is next, within the whole organisation. */
  @ApiProperty() rank: number;
  @ApiProperty() staffNumber: string;
  @ApiProperty() name: string;
  @ApiProperty() department: string;
  @ApiProperty() position: string;
  @ApiProperty({ type: [String] }) audiences: string[];
  @ApiProperty() neverTrained: boolean;
  @ApiProperty() departmentBehind: number;
  @ApiProperty({ type: Number, nullable: true }) yearsToRetirement: number | null;
}

export class CandidatePageResponse {
  @ApiProperty() total: number;
  @ApiProperty({ type: [CandidateResponse] }) candidates: CandidateResponse[];
}

export class LettersRequest {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ArrayUnique()
  @IsString({ each: true })
  staffNumbers: string[];
  @ApiProperty() @IsString() @Length(1, 100) subject: string;
  /** {氏名} and {所属} stand for the person's. */
  @ApiProperty() @IsString() @Length(1, 4000) body: string;
}

export class LettersResponse {
  /** Mails that will go out. */
  @ApiProperty() letters: number;
  /** Names of people without an address. */
  @ApiProperty({ type: [String] }) withoutAddress: string[];
}

export class MyEnrolmentResponse {
  @ApiProperty({ type: EnrolmentResponse }) enrolment: EnrolmentResponse;
  @ApiProperty({ type: TrainingSessionResponse }) session: TrainingSessionResponse;
}

export class MyCompletionResponse {
  /** "programme:KEY" or "course:KEY": what a certificate is asked for with. */
  @ApiProperty() subject: string;
  @ApiProperty() name: string;
  @ApiProperty() completedOn: string;
}

export class NoticeResponse {
  @ApiProperty({ enum: NOTICE_KINDS }) kind: NoticeKind;
  @ApiProperty() at: string;
  /** 研修 it is about. */
  @ApiProperty() about: string;
  @ApiProperty() subject: string;
  @ApiProperty() body: string;
}

export class MyTrainingResponse {
  @ApiProperty({ type: [MyEnrolmentResponse] }) enrolments: MyEnrolmentResponse[];
  @ApiProperty({ type: [MyCompletionResponse] }) completions: MyCompletionResponse[];
  /** The last 20. */
  @ApiProperty({ type: [NoticeResponse] }) notices: NoticeResponse[];
}

export class CertificateRequest {
  @ApiProperty() @IsString() @Length(1, 100) subject: string;
}

export class UnitProgrammeResponse {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty() fiscalYearLabel: string;
  /** Of the department (部) that the unit belongs to: targets are shared out at that level. */
  @ApiProperty() department: string;
  @ApiProperty() target: number;
  @ApiProperty() actual: number;
  /** Of the own unit. */
  @ApiProperty() unitHeadcount: number;
  @ApiProperty() unitThisYear: number;
  @ApiProperty() unitActive: number;
}

export class UpcomingPlaceResponse {
  @ApiProperty() course: string;
  @ApiProperty() startsAt: string;
  @ApiProperty({ enum: ENROLMENT_PLACES }) place: EnrolmentPlace;
  @ApiProperty({ enum: APPROVALS }) approval: Approval;
}

export class UnitPersonResponse {
  @ApiProperty() staffNumber: string;
  @ApiProperty() name: string;
  @ApiProperty() department: string;
  @ApiProperty() position: string;
  /** Programme key -> day of the last completion, "YYYY-MM-DD". */
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) completed: Record<string, string>;
  /** Places in sessions that are still to be held or settled. */
  @ApiProperty({ type: [UpcomingPlaceResponse] }) upcoming: UpcomingPlaceResponse[];
}

export class UnitTrainingResponse {
  @ApiProperty() department: string;
  @ApiProperty({ type: [UnitProgrammeResponse] }) programmes: UnitProgrammeResponse[];
  /** Applications that wait for the head. */
  @ApiProperty({ type: [MyEnrolmentResponse] }) pending: MyEnrolmentResponse[];
  @ApiProperty({ type: [UnitPersonResponse] }) people: UnitPersonResponse[];
}
