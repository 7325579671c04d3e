import { ApiProperty } from '@nestjs/swagger';
import {
  APPROVALS,
  ATTENDANCES,
  ENROLMENT_PLACES,
  ENROLMENT_SOURCES,
  SESSION_STATES,
  type Approval,
  type Attendance,
  type EnrolmentPlace,
  type EnrolmentSource,
  type SessionState,
} from '#survey-model';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from './is-day.js';
import { IsInstant } from './is-instant.js';

export class CourseBody {
  @ApiProperty() @IsString() @Length(1, 100) name: string;
  @ApiProperty() @IsString() @MaxLength(2000) description: string;
  @ApiProperty() @IsString() @Length(1, 64) programmeKey: string;
  @ApiProperty({ description: 'One of the programme’s methods' }) @IsString() @Length(1, 60) method: string;
  @ApiProperty() @IsInt() @Min(0) @Max(100) points: number;
  /** Lowest mark that completes it, 0 to 100; null: taking part is enough. */
  @ApiProperty({ type: Number, nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(100) passMark: number | null;
  /** The xAPI activity id by which a learning system reports it. */
  @ApiProperty({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(500) activityId: string | null;
  @ApiProperty() @IsBoolean() withdrawn: boolean;
}

export class CreateCourseRequest extends CourseBody {
  @ApiProperty() @Matches(/^[a-z0-9][a-z0-9-]{0,63}$/) key: string;
}

export class CourseResponse {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty() description: string;
  @ApiProperty() programmeKey: string;
  @ApiProperty() programme: string;
  @ApiProperty() method: string;
  @ApiProperty() points: number;
  @ApiProperty({ type: Number, nullable: true }) passMark: number | null;
  @ApiProperty({ type: String, nullable: true }) activityId: string | null;
  @ApiProperty() withdrawn: boolean;
  /** Sessions to come. */
  @ApiProperty() upcoming: number;
  /** People who have completed it. */
  @ApiProperty() completed: number;
}

export class TrainingSessionBody {
  @ApiProperty() @IsString() @Length(1, 64) courseKey: string;
  @ApiProperty({ format: 'date-time', description: 'ISO 8601 with offset' }) @IsInstant() startsAt: string;
  @ApiProperty({ format: 'date-time' }) @IsInstant() endsAt: string;
  @ApiProperty() @IsString() @MaxLength(100) room: string;
  @ApiProperty() @IsInt() @Min(1) @Max(10_000) capacity: number;
  @ApiProperty({ description: '"YYYY-MM-DD", the last day for applying' }) @IsDay() applyUntil: string;
  @ApiProperty() @IsString() @MaxLength(1000) note: string;
}

export class CancelRequest {
  @ApiProperty() @IsString() @MaxLength(500) reason: string;
}

export class TrainingSessionQuery {
  /** Sessions that end on or after this day; left out: today. */
  @ApiProperty({ required: false }) @IsOptional() @IsDay() from?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsDay() until?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 64) courseKey?: string;
}

/** The own enrolment of whoever asks. */
export class OwnPlaceResponse {
  @ApiProperty() enrolmentId: string;
  @ApiProperty({ enum: ENROLMENT_PLACES }) place: EnrolmentPlace;
  @ApiProperty({ enum: APPROVALS }) approval: Approval;
  /** 1 is next to move up; null with a seat. */
  @ApiProperty({ type: Number, nullable: true }) line: number | null;
}

export class TrainingSessionResponse {
  @ApiProperty() id: string;
  @ApiProperty() courseKey: string;
  @ApiProperty() course: string;
  @ApiProperty() programmeKey: string;
  @ApiProperty() programme: string;
  @ApiProperty() method: string;
  @ApiProperty() startsAt: string;
  @ApiProperty() endsAt: string;
  @ApiProperty() room: string;
  @ApiProperty() capacity: number;
  @ApiProperty() applyUntil: string;
  @ApiProperty() note: string;
  @ApiProperty({ enum: SESSION_STATES }) state: SessionState;
  @ApiProperty() seated: number;
  @ApiProperty() waiting: number;
  /** Whether an application is taken now. */
  @ApiProperty() open: boolean;
  @ApiProperty({ type: OwnPlaceResponse, nullable: true }) own: OwnPlaceResponse | null;
}

export class EnrolmentResponse {
  @ApiProperty() id: string;
  @ApiProperty() sessionId: string;
  @ApiProperty() staffNumber: string;
  @ApiProperty() name: string;
  @ApiProperty() department: string;
  @ApiProperty() position: string;
  @ApiProperty({ enum: ENROLMENT_PLACES }) place: EnrolmentPlace;
  @ApiProperty({ enum: APPROVALS }) approval: Approval;
  @ApiProperty({ enum: ENROLMENT_SOURCES }) source: EnrolmentSource;
  @ApiProperty() reason: string;
  @ApiProperty() requestedAt: string;
  @ApiProperty({ type: Number, nullable: true }) line: number | null;
  @ApiProperty({ enum: ATTENDANCES, nullable: true }) attendance: Attendance | null;
  @ApiProperty({ type: Number, nullable: true }) mark: number | null;
  @ApiProperty({ type: Boolean, nullable: true }) completed: boolean | null;
}

export class TrainingSessionDetailResponse {
  @ApiProperty({ type: TrainingSessionResponse }) session: TrainingSessionResponse;
  @ApiProperty({ type: Number, nullable: true }) passMark: number | null;
  /** Seated in order of arrival, then waiting in line, then cancelled. */
  @ApiProperty({ type: [EnrolmentResponse] }) enrolments: EnrolmentResponse[];
  /** Mails about it by state: waiting, sent, no-address, no-server, failed. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'number' } }) notices: Record<string, number>;
}

export class NominateRequest {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsString({ each: true })
  staffNumbers: string[];
  @ApiProperty() @IsString() @MaxLength(500) reason: string;
}

export class NominationOutcome {
  @ApiProperty() staffNumber: string;
  @ApiProperty() name: string;
  /** null: not taken, see refusal. */
  @ApiProperty({ enum: ENROLMENT_PLACES, nullable: true }) place: EnrolmentPlace | null;
  /** In Japanese. */
  @ApiProperty() refusal: string;
}

export class NominationResponse {
  @ApiProperty() seated: number;
  @ApiProperty() waiting: number;
  @ApiProperty() refused: number;
  @ApiProperty({ type: [NominationOutcome] }) outcomes: NominationOutcome[];
}

export class DecideRequest {
  @ApiProperty() @IsBoolean() approve: boolean;
  @ApiProperty() @IsString() @MaxLength(500) reason: string;
}

export class AttendanceEntry {
  @ApiProperty() @IsUUID() enrolmentId: string;
  @ApiProperty({ enum: ATTENDANCES, nullable: true }) @IsOptional() @IsIn(ATTENDANCES) attendance: Attendance | null;
  /** Nothing is kept of somebody absent. */
  @ApiProperty({ type: Number, nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(100) mark: number | null;
}

export class AttendanceRequest {
  /** Who is left out keeps what was entered before. */
  @ApiProperty({ type: [AttendanceEntry] })
  @IsArray()
  @ArrayMaxSize(10_000)
  @ArrayUnique((entry?: AttendanceEntry) => entry?.enrolmentId)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AttendanceEntry)
  entries: AttendanceEntry[];
  /** Settle it: whoever attended (and passed) has completed the course. Everybody with a seat needs an attendance then. */
  @ApiProperty() @IsBoolean() close: boolean;
}

export const SESSION_DOCUMENTS = ['attendance-sheet', 'completion-list'] as const;

export class SessionDocumentRequest {
  @ApiProperty({ enum: SESSION_DOCUMENTS }) @IsIn(SESSION_DOCUMENTS) kind: (typeof SESSION_DOCUMENTS)[number];
}
