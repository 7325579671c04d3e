import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Length, Matches } from 'class-validator';
import { IsLeftOut } from './is-left-out.js';

export class CreateStatementSourceRequest {
  @ApiProperty({ description: 'The user name of Basic authentication' })
  @Matches(/^[a-z0-9][a-z0-9-]{0,63}$/)
  key: string;
  @ApiProperty() @IsString() @Length(1, 100) name: string;
}

/** A learning system that may report completions (xAPI). */
export class StatementSourceResponse {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty() createdAt: string;
  @ApiProperty({ type: String, nullable: true }) lastUsedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) revokedAt: string | null;
  @ApiProperty() recorded: number;
  @ApiProperty() parked: number;
  @ApiProperty() ignored: number;
}

export class NewStatementSourceResponse {
  @ApiProperty({ type: StatementSourceResponse }) source: StatementSourceResponse;
  /** Shown once. */
  @ApiProperty() secret: string;
  @ApiProperty() endpoint: string;
}

/** A completion that waits for HR to say who, or which course, is meant: the oldest of those that one answer settles. */
export class ParkedStatementResponse {
  @ApiProperty() id: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['person-unknown', 'course-unknown'] }) reason: 'person-unknown' | 'course-unknown';
  /** As the learning system names the person. */
  @ApiProperty() actor: string;
  @ApiProperty() activityId: string;
  @ApiProperty() activityName: string;
  @ApiProperty() completedOn: string;
  @ApiProperty({ type: Number, nullable: true }) mark: number | null;
  @ApiProperty() receivedAt: string;
  /** How many wait for the same answer (the same actor, or the same activity), this one included. */
  @ApiProperty() alike: number;
}

/** Either whom and what it belongs to, or that it is not wanted. */
export class ResolveParkedRequest {
  @ApiProperty({ required: false }) @IsLeftOut() @IsString() @Length(1, 32) staffNumber?: string;
  @ApiProperty({ required: false }) @IsLeftOut() @IsString() @Length(1, 64) courseKey?: string;
  /** Use the same answer for everything else parked with the same actor, or the same activity. */
  @ApiProperty({ required: false }) @IsLeftOut() @IsBoolean() alike?: boolean;
  @ApiProperty({ required: false }) @IsLeftOut() @IsBoolean() dismiss?: boolean;
}

export class ResolvedParkedResponse {
  @ApiProperty() resolved: number;
  /** Still waiting. */
  @ApiProperty() parked: number;
}

export class XapiAboutResponse {
  @ApiProperty({ type: [String] }) version: string[];
}
