import { ApiProperty } from '@nestjs/swagger';
import type { SurveyForm } from '#survey-model';
import { Type } from 'class-transformer';
import { IsObject, IsString, Length, Matches, ValidateNested } from 'class-validator';

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const NOT_BASE64URL = { message: 'base64url(英数字と - _)で指定します / must be base64url' };

/** 回答券: proves the right to cast one ballot, and names nobody. */
export class TicketBody {
  @ApiProperty({ example: 'RSASSA-PSS-SHA384' })
  @IsString({ message: '文字で指定します / must be text' })
  @Length(1, 64, { message: '1〜64文字で指定します / must have 1 to 64 characters' })
  scheme: string;

  /** The prepared message, 32 to 256 bytes as base64url. */
  @ApiProperty({ description: 'base64url' })
  @Length(43, 342, { message: '長さが違います / has a wrong length' })
  @Matches(BASE64URL, NOT_BASE64URL)
  message: string;

  /** At most 1,024 bytes (RSA-8192) as base64url. */
  @ApiProperty({ description: 'base64url' })
  @Length(1, 1366, { message: '長さが違います / has a wrong length' })
  @Matches(BASE64URL, NOT_BASE64URL)
  signature: string;
}

export class CastBallotRequest {
  @ApiProperty({ type: TicketBody })
  // Without it a list, or nothing, would count as a valid ticket of no fields.
  @IsObject({ message: '回答券がありません / is missing' })
  @ValidateNested()
  @Type(() => TicketBody)
  ticket: TicketBody;

  /** Always 16,384 bytes, whatever was answered: 21,846 characters of base64url. */
  @ApiProperty({ description: 'base64url' })
  @Length(21_846, 21_846, { message: '回答は16,384バイトでなければなりません / must hold 16,384 bytes' })
  @Matches(BASE64URL, NOT_BASE64URL)
  ballot: string;
}

export class CastBallotResponse {
  /** Under what number the ballot lies in the box: SHA-256 of the ticket's message, base64url. */
  @ApiProperty() serial: string;
  @ApiProperty({ enum: ['stored', 'already-stored'] }) outcome: 'stored' | 'already-stored';
}

export class TicketKeyResponse {
  @ApiProperty({ example: 'RSASSA-PSS-SHA384' }) scheme: string;
  @ApiProperty({ description: 'SubjectPublicKeyInfo in DER, base64' }) publicKey: string;
  @ApiProperty({ description: 'SHA-256 of the key, to compare with the poster' }) fingerprint: string;
}

/** All that a browser needs to answer without being known. */
export class BallotSurveyResponse {
  @ApiProperty({ type: Object, additionalProperties: true }) form: SurveyForm;
  @ApiProperty({ type: TicketKeyResponse }) ticketKey: TicketKeyResponse;
  @ApiProperty({ format: 'date-time', description: 'First instant at which ballots are refused' }) closesAt: string;
  @ApiProperty({ description: 'Whether ballots are taken at this moment' }) accepting: boolean;
}
