import { ApiProperty } from '@nestjs/swagger';
import { CUSTODIES, KEY_SHARE_PURPOSES, type Custody, type KeySharePurpose } from '#survey-model';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** The public part of a key that custodians made and split. The private part never comes here. */
export class TallyKeyRequest {
  /** Uncompressed P-256 point, 65 bytes, base64. */
  @ApiProperty() @Length(88, 88) @Matches(BASE64) publicKey: string;
  @ApiProperty({ minimum: 2, maximum: 10 }) @IsInt() @Min(2) @Max(10) shares: number;
  @ApiProperty({ minimum: 2, maximum: 10 }) @IsInt() @Min(2) @Max(10) threshold: number;
  /** SHA-256 of each share, in the order of their numbers. */
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(10)
  @Matches(/^[0-9a-f]{64}$/, { each: true })
  shareDigests: string[];
}

export class KeyChallengeBody {
  @ApiProperty() @Length(16, 64) @Matches(BASE64URL) nonce: string;
  /** A test ballot sealed to the key, 16,384 bytes as base64url. */
  @ApiProperty() @Length(21_846, 21_846) @Matches(BASE64URL) sealed: string;
}

export class KeyTestRequest {
  @ApiProperty({ type: KeyChallengeBody })
  @IsObject()
  @ValidateNested()
  @Type(() => KeyChallengeBody)
  challenge: KeyChallengeBody;
}

/** One share, sealed to the worker's own key before it leaves the browser. */
export class KeyShareRequest {
  @ApiProperty({ enum: KEY_SHARE_PURPOSES }) @IsIn(KEY_SHARE_PURPOSES) purpose: KeySharePurpose;
  @ApiProperty({ minimum: 1, maximum: 10 }) @IsInt() @Min(1) @Max(10) index: number;
  @ApiProperty() @IsString() @Length(64, 1024) @Matches(BASE64URL) sealed: string;
}

export class SubmittedSharesResponse {
  @ApiProperty({ type: [Number] }) test: number[];
  @ApiProperty({ type: [Number] }) tally: number[];
}

export class CustodyResponse {
  @ApiProperty() title: string;
  /** Whether another key can still take this one's place. */
  @ApiProperty() editable: boolean;
  @ApiProperty({ enum: CUSTODIES }) custody: Custody;
  @ApiProperty({ type: Number, nullable: true }) shares: number | null;
  @ApiProperty({ type: Number, nullable: true }) threshold: number | null;
  @ApiProperty({ type: String, nullable: true }) publicKey: string | null;
  @ApiProperty({ type: String, nullable: true }) fingerprint: string | null;
  @ApiProperty({ type: [String] }) shareDigests: string[];
  /** Whether enough custodians have opened a test ballot. */
  @ApiProperty() tested: boolean;
  @ApiProperty({ type: String, nullable: true, enum: ['passed', 'failed'] }) testOutcome: 'passed' | 'failed' | null;
  /** Numbers of the shares that are in. */
  @ApiProperty({ type: SubmittedSharesResponse }) submitted: SubmittedSharesResponse;
  /** What the custodians are asked for now. */
  @ApiProperty({ enum: KEY_SHARE_PURPOSES, nullable: true }) needs: KeySharePurpose | null;
  /** Shares are sealed to it; null until the worker has started once. */
  @ApiProperty({ type: String, nullable: true }) workerPublicKey: string | null;
}
