import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import type { Role } from './session.js';

export class OrganisationBody {
  @ApiProperty() @IsString() @Length(1, 100) name: string;
}

export class DepartmentResponse {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) parentCode: string | null;
  /** Serving staff of the department and everything under it. */
  @ApiProperty() headcount: number;
}

export class StaffMemberResponse {
  @ApiProperty() staffNumber: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) kana: string | null;
  @ApiProperty() departmentPath: string;
  @ApiProperty() position: string;
  @ApiProperty() jobType: string;
  @ApiProperty() employmentType: string;
  @ApiProperty() status: string;
  @ApiProperty({ type: [String] }) roles: Role[];
  /** none: no code yet · issued: code not used · active: password set. */
  @ApiProperty({ enum: ['none', 'issued', 'active'] }) account: 'none' | 'issued' | 'active';
}

export class StaffQuery {
  /** Part of a staff number, name or kana. */
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(100) query?: string;
  /** That department and everything under it. */
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 64) departmentCode?: string;
  @ApiProperty({ required: false, default: 0 }) @IsOptional() @Type(() => Number) @IsInt() @Min(0) offset?: number;
  @ApiProperty({ required: false, default: 50, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export class StaffPageResponse {
  @ApiProperty() total: number;
  @ApiProperty({ type: [StaffMemberResponse] }) staff: StaffMemberResponse[];
}

export class IssueAccessCodesRequest {
  /** Whom to give a new code; left out: everyone who has neither code nor password. */
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100_000)
  @IsString({ each: true })
  staffNumbers?: string[];
}

export class SetRolesRequest {
  @ApiProperty({ enum: ['hr', 'admin'], isArray: true }) @IsArray() @IsIn(['hr', 'admin'], { each: true }) roles: (
    'hr' | 'admin'
  )[];
}
