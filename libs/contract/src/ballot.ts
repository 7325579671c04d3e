import { ApiProperty } from '@nestjs/swagger';
import { CUSTODIES, type Custody, type SurveyForm } from '#survey-model';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const NOT_BASE64URL = { message: 'base64url(英数字と - _)で指定します / must be base64url' };
const WRONG_LENGTH = { message: '長さが違います / has a wrong length' };
/** 16,384 bytes as base64url. */
const FULL_LENGTH = 21_846;
const NOT_FULL = { message: '16,384バイトでなければなりません / must hold 16,384 bytes' };

/** 回答券: proves the right to cast one ballot, and names nobody. */
export class TicketBody {
  @ApiProperty({ example: 'RSABSSA-SHA384-PSS-Randomized' })
  @IsString({ message: '文字で指定します / must be text' })
  @Length(1, 64, { message: '1〜64文字で指定します / must have 1 to 64 characters' })
  scheme: string;

  /** The prepared message: 32 random bytes and the ticket's own public key of 65. */
  @ApiProperty({ description: 'base64url' })
  @Length(130, 130, WRONG_LENGTH)
  @Matches(BASE64URL, NOT_BASE64URL)
  prepared: string;

  /** At most 1,024 bytes (RSA-8192) as base64url. */
  @ApiProperty({ description: 'base64url' })
  @Length(1, 1366, WRONG_LENGTH)
  @Matches(BASE64URL, NOT_BASE64URL)
  signature: string;
}

export class TicketedRequest {
  @ApiProperty({ type: TicketBody })
  // Without it a list, or nothing, would count as a valid ticket of no fields.
  @IsObject({ message: '回答券がありません / is missing' })
  @ValidateNested()
  @Type(() => TicketBody)
  ticket: TicketBody;

  /** ECDSA P-256 with SHA-256 by the ticket's own key, 64 bytes. */
  @ApiProperty({ description: 'base64url' })
  @Length(86, 86, WRONG_LENGTH)
  @Matches(BASE64URL, NOT_BASE64URL)
  proof: string;
}

export class CastBallotRequest extends TicketedRequest {
  /** The highest of a ticket counts. */
  @ApiProperty({ minimum: 1 })
  @IsInt({ message: '整数で指定します / must be a whole number' })
  @Min(1, { message: '1以上です / must be 1 or more' })
  @Max(1_000_000, { message: '大きすぎます / is too large' })
  revision: number;

  /** Sealed to the tally key; always 16,384 bytes, whatever was answered. */
  @ApiProperty({ description: 'base64url' })
  @Length(FULL_LENGTH, FULL_LENGTH, NOT_FULL)
  @Matches(BASE64URL, NOT_BASE64URL)
  ballot: string;

  /** Encrypted under the recovery code, for its author; always 16,384 bytes. */
  @ApiProperty({ description: 'base64url' })
  @Length(FULL_LENGTH, FULL_LENGTH, NOT_FULL)
  @Matches(BASE64URL, NOT_BASE64URL)
  copy: string;
}

export class CastBallotResponse {
  /** Under what number the ballot lies in the box: SHA-256 of the ticket's prepared message, base64url. */
  @ApiProperty() serial: string;
  @ApiProperty({ enum: ['stored', 'replaced', 'already-stored'] }) outcome: 'stored' | 'replaced' | 'already-stored';
}

export class OwnCopyRequestBody extends TicketedRequest {}

export class OwnCopyResponse {
  /** Whether a ballot of this ticket lies in the box. */
  @ApiProperty() found: boolean;
  @ApiProperty({ description: '0 when there is none' }) revision: number;
  @ApiProperty({ description: 'SHA-256 of the sealed ballot, base64url' }) sealedDigest: string;
  @ApiProperty({ description: 'base64url' }) copy: string;
}

export class TicketKeyResponse {
  @ApiProperty({ example: 'RSABSSA-SHA384-PSS-Randomized' }) scheme: string;
  @ApiProperty({ description: 'SubjectPublicKeyInfo in DER, base64' }) publicKey: string;
  @ApiProperty({ description: 'SHA-256 of the key, to compare with the poster' }) fingerprint: string;
}

export class TallyKeyResponse {
  @ApiProperty({ description: 'Uncompressed P-256 point, base64' }) publicKey: string;
  @ApiProperty({ description: 'SHA-256 of the key, to compare with the poster' }) fingerprint: string;
  @ApiProperty({ enum: CUSTODIES }) custody: Custody;
}

/** What is published of a closed box. */
export class BallotBoxResponse {
  @ApiProperty() ballots: number;
  /** Tickets issued in all, online and paper: never fewer than ballots. */
  @ApiProperty() tickets: number;
  /** Second tickets for a lost recovery code: at most so many ballots may be there twice. */
  @ApiProperty() exceptions: number;
  @ApiProperty({ description: 'Merkle root (RFC 6962) of the leaves, hexadecimal' }) root: string;
}

/** All that a browser needs to answer without being known. */
export class BallotSurveyResponse {
  @ApiProperty({ type: Object, additionalProperties: true }) form: SurveyForm;
  @ApiProperty({ type: TicketKeyResponse }) ticketKey: TicketKeyResponse;
  @ApiProperty({ type: TicketKeyResponse, nullable: true }) paperTicketKey: TicketKeyResponse | null;
  @ApiProperty({ type: TallyKeyResponse }) tallyKey: TallyKeyResponse;
  @ApiProperty({ format: 'date-time', description: 'First instant at which ballots are refused' }) closesAt: string;
  @ApiProperty({ description: 'Whether ballots are taken at this moment' }) accepting: boolean;
  @ApiProperty({ format: 'date', description: 'From this day on ballots are destroyed' }) destroyOn: string;
  @ApiProperty({ description: 'Whether they have been' }) destroyed: boolean;
  @ApiProperty({ type: BallotBoxResponse, nullable: true }) ballotBox: BallotBoxResponse | null;
}
