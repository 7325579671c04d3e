import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength, MinLength } from 'class-validator';

export const ROLES = ['staff', 'head', 'hr', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const PASSWORD_MIN = 10;

export class SignInRequest {
  /** Staff number, or the login name of an account without one. */
  @ApiProperty() @IsString() @Length(1, 64) login: string;
  @ApiProperty() @IsString() @Length(1, 200) password: string;
}

/** First sign-in with the access code, which works once and is spent by setting a password. */
export class FirstSignInRequest {
  @ApiProperty() @IsString() @Length(1, 64) login: string;
  @ApiProperty() @IsString() @Length(1, 64) accessCode: string;
  @ApiProperty({ minLength: PASSWORD_MIN }) @IsString() @MinLength(PASSWORD_MIN) @MaxLength(200) newPassword: string;
}

/** Creates the organisation and its first HR account through the one-time link. */
export class SetupRequest {
  @ApiProperty() @IsString() @Length(20, 100) token: string;
  @ApiProperty() @IsString() @Length(1, 100) organisation: string;
  @ApiProperty() @IsString() @Length(1, 64) login: string;
  @ApiProperty() @IsString() @Length(1, 100) displayName: string;
  @ApiProperty({ minLength: PASSWORD_MIN }) @IsString() @MinLength(PASSWORD_MIN) @MaxLength(200) password: string;
}

export class AccountResponse {
  @ApiProperty() login: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles: Role[];
  @ApiProperty({ type: String, nullable: true }) departmentCode: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'For example 総務部 人事課' }) departmentPath:
    string | null;
}

export class SessionResponse {
  @ApiProperty({ type: String, nullable: true }) organisation: string | null;
  /** Demo data: pages say so. */
  @ApiProperty() demo: boolean;
  /** True until the first HR account exists. */
  @ApiProperty() needsSetup: boolean;
  @ApiProperty({ type: AccountResponse, nullable: true }) account: AccountResponse | null;
  /** The day in Japan on the server's clock, "YYYY-MM-DD". */
  @ApiProperty() today: string;
}

export class AccessCodeIssueResponse {
  @ApiProperty() issuedAt: string;
  @ApiProperty() issuedBy: string;
  @ApiProperty({ type: String, nullable: true }) usedAt: string | null;
}
