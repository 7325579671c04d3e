import { ApiProperty } from '@nestjs/swagger';
import { COUNTING_RULES, TARGET_CHANGE_REASONS, type CountingRule, type TargetChangeReason } from '#survey-model';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsLeftOut } from './is-left-out.js';

export class GradeRangeBody {
  @ApiProperty() @IsInt() @Min(1) @Max(20) from: number;
  @ApiProperty() @IsInt() @Min(1) @Max(20) to: number;
}

/** Everything given must hold; an empty rule is everybody. */
export class AudienceRuleBody {
  @ApiProperty({ type: [String], required: false, description: 'Keys of positions' })
  @IsLeftOut()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  positions?: string[];
  @ApiProperty({ type: GradeRangeBody, required: false })
  @IsLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => GradeRangeBody)
  grades?: GradeRangeBody;
  /** 1: hired in the present fiscal year (新採用). */
  @ApiProperty({ required: false }) @IsLeftOut() @IsInt() @Min(1) @Max(50) hiredWithinYears?: number;
  /** Heads of departments (所属長) only. */
  @ApiProperty({ required: false, enum: [true] }) @IsLeftOut() @Equals(true) heads?: true;
  /** Whoever applies (希望者). */
  @ApiProperty({ required: false, enum: [true] }) @IsLeftOut() @Equals(true) volunteers?: true;
}

export class AudienceBody {
  @ApiProperty() @IsString() @Length(1, 60) name: string;
  @ApiProperty({ type: AudienceRuleBody })
  @IsObject()
  @ValidateNested()
  @Type(() => AudienceRuleBody)
  rule: AudienceRuleBody;
}

export class TrainingMethodBody {
  @ApiProperty() @IsString() @Length(1, 60) method: string;
  @ApiProperty({ type: [String], required: false, description: 'Names of the programme’s audiences' })
  @IsLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  audience?: string[];
}

export class CompletionRuleBody {
  @ApiProperty({ enum: ['any-course', 'required-courses', 'points'] })
  @IsIn(['any-course', 'required-courses', 'points'])
  kind: 'any-course' | 'required-courses' | 'points';
  /** For required-courses. */
  @ApiProperty({ type: [String], required: false })
  @IsLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  courses?: string[];
  /** For points. */
  @ApiProperty({ required: false }) @IsLeftOut() @IsInt() @Min(1) @Max(1000) points?: number;
}

export class YearTargetBody {
  @ApiProperty() @IsInt() @Min(1990) @Max(2100) fiscalYear: number;
  @ApiProperty() @IsInt() @Min(0) @Max(1_000_000) target: number;
}

export class ProgrammeBody {
  @ApiProperty() @Matches(/^[a-z0-9][a-z0-9-]{0,63}$/) key: string;
  @ApiProperty() @IsString() @Length(1, 60) name: string;
  @ApiProperty({ enum: COUNTING_RULES }) @IsIn(COUNTING_RULES) counting: CountingRule;
  @ApiProperty({ type: [YearTargetBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => YearTargetBody)
  years: YearTargetBody[];
  @ApiProperty({ type: [TrainingMethodBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TrainingMethodBody)
  methods: TrainingMethodBody[];
  @ApiProperty({ type: [AudienceBody] })
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AudienceBody)
  audiences: AudienceBody[];
  @ApiProperty({ type: CompletionRuleBody })
  @IsObject()
  @ValidateNested()
  @Type(() => CompletionRuleBody)
  completion: CompletionRuleBody;
}

export class SavePlanRequest {
  /** The version that was edited; another edit in between is refused (409). */
  @ApiProperty() @IsInt() @Min(0) version: number;
  /** Every programme of the plan, in order; one left out is refused while it has completions or courses. */
  @ApiProperty({ type: [ProgrammeBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ProgrammeBody)
  programmes: ProgrammeBody[];
  @ApiProperty({ description: 'Why, for the history' }) @IsString() @MaxLength(500) note: string;
}

export class PlanChangeResponse {
  @ApiProperty() programme: string;
  @ApiProperty({ description: 'What changed, in Japanese' }) field: string;
  @ApiProperty() before: string;
  @ApiProperty() after: string;
}

export class PlanVersionResponse {
  @ApiProperty() version: number;
  @ApiProperty() savedAt: string;
  @ApiProperty() savedBy: string;
  @ApiProperty() note: string;
  /** Against the version before. */
  @ApiProperty({ type: [PlanChangeResponse] }) changes: PlanChangeResponse[];
}

export class SetTargetRequest {
  @ApiProperty() @IsInt() @Min(0) @Max(1_000_000) target: number;
  @ApiProperty() @IsString() @MaxLength(500) reason: string;
}

export class TargetChangeResponse {
  @ApiProperty() departmentCode: string;
  @ApiProperty() department: string;
  @ApiProperty() before: number;
  @ApiProperty() after: number;
  @ApiProperty({ enum: TARGET_CHANGE_REASONS, isArray: true }) reasons: TargetChangeReason[];
}

/** One recalculation that changed something. */
export class TargetRevisionResponse {
  @ApiProperty() computedAt: string;
  @ApiProperty() requestedBy: string;
  @ApiProperty() fiscalYear: number;
  @ApiProperty({ type: [TargetChangeResponse] }) changes: TargetChangeResponse[];
}
