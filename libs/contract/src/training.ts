import { ApiProperty } from '@nestjs/swagger';
import { COUNTING_RULES, FORECAST_SCENARIOS, type CountingRule, type ForecastScenario } from '#survey-model';
import { AudienceBody, CompletionRuleBody, TrainingMethodBody } from './training-plan.js';

export class PlanYearResponse {
  @ApiProperty() fiscalYear: number;
  @ApiProperty({ description: 'R8' }) short: string;
  @ApiProperty() label: string;
  @ApiProperty() target: number;
  @ApiProperty() actual: number;
  @ApiProperty() cumulativeTarget: number;
  @ApiProperty() cumulativeActual: number;
}

export class DepartmentTargetResponse {
  @ApiProperty() departmentCode: string;
  @ApiProperty() department: string;
  /** Eligible staff. */
  @ApiProperty() headcount: number;
  @ApiProperty() target: number;
  @ApiProperty() actual: number;
  @ApiProperty() cumulative: number;
  /** Part of the target that makes up for earlier years; below 0 where the department was ahead. */
  @ApiProperty() catchUp: number;
  @ApiProperty() ceiling: number;
  /** Fixed by HR. */
  @ApiProperty() locked: boolean;
  /** Why HR fixed it; empty where it did not. */
  @ApiProperty() lockReason: string;
  /** Counted people who serve there now. */
  @ApiProperty() active: number;
}

export class ProgrammeResponse {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: COUNTING_RULES }) counting: CountingRule;
  @ApiProperty({ type: [TrainingMethodBody] }) methods: TrainingMethodBody[];
  @ApiProperty({ type: [AudienceBody] }) audiences: AudienceBody[];
  @ApiProperty({ type: CompletionRuleBody }) completion: CompletionRuleBody;
  @ApiProperty({ type: [PlanYearResponse] }) years: PlanYearResponse[];
  @ApiProperty() total: number;
  @ApiProperty() cumulative: number;
  @ApiProperty() remaining: number;
  /** Counted people who still serve. */
  @ApiProperty() active: number;
  @ApiProperty() targetYear: number;
  /** Part of this year's target that no department can take. */
  @ApiProperty() unallocated: number;
  @ApiProperty({ type: [DepartmentTargetResponse] }) departments: DepartmentTargetResponse[];
  @ApiProperty({ type: String, nullable: true }) computedAt: string | null;
}

export class TrainingPlanResponse {
  /** Of the plan; grows with every edit. 0: as installed. */
  @ApiProperty() version: number;
  @ApiProperty({ type: [ProgrammeResponse] }) programmes: ProgrammeResponse[];
  /** A recomputation under way, if any. */
  @ApiProperty({ type: String, nullable: true }) jobId: string | null;
}

export class BurnUpMonthResponse {
  @ApiProperty({ description: '"2026-11"' }) month: string;
  @ApiProperty() planned: number;
  @ApiProperty({ type: Number, nullable: true }) actual: number | null;
  @ApiProperty({ type: Number, nullable: true }) active: number | null;
}

export class GroupProgressResponse {
  @ApiProperty() key: string;
  @ApiProperty() label: string;
  @ApiProperty() headcount: number;
  @ApiProperty() thisYear: number;
  @ApiProperty() active: number;
}

export class SectionDensityResponse {
  @ApiProperty() departmentCode: string;
  @ApiProperty() department: string;
  @ApiProperty() headcount: number;
  @ApiProperty() active: number;
  /** For each 100 staff, to 1 decimal, half up; null without staff. */
  @ApiProperty({ type: String, nullable: true }) per100: string | null;
}

export class ProgressDetailResponse {
  @ApiProperty() programmeKey: string;
  @ApiProperty({ type: [BurnUpMonthResponse] }) burnUp: BurnUpMonthResponse[];
  @ApiProperty({ type: [GroupProgressResponse] }) positions: GroupProgressResponse[];
  @ApiProperty({ type: [GroupProgressResponse] }) ageBands: GroupProgressResponse[];
  /** Sections without anybody first, then by density. */
  @ApiProperty({ type: [SectionDensityResponse] }) sections: SectionDensityResponse[];
  @ApiProperty({ type: String, nullable: true }) computedAt: string | null;
}

export class ForecastYearResponse {
  @ApiProperty() fiscalYear: number;
  @ApiProperty() label: string;
  @ApiProperty() cumulativeTarget: number;
  @ApiProperty({ description: '0 to 1' }) probability: number;
  @ApiProperty() p10: number;
  @ApiProperty() p50: number;
  @ApiProperty() p90: number;
  @ApiProperty() activeP10: number;
  @ApiProperty() activeP50: number;
  @ApiProperty() activeP90: number;
}

export class ScenarioForecastResponse {
  @ApiProperty({ enum: FORECAST_SCENARIOS }) scenario: ForecastScenario;
  @ApiProperty({ type: [ForecastYearResponse] }) years: ForecastYearResponse[];
  @ApiProperty({ type: Number, nullable: true }) seatsFor90: number | null;
  @ApiProperty({ type: Number, nullable: true }) seatsFor90ThisYear: number | null;
}

export class ForecastBasisResponse {
  @ApiProperty() bookedSeats: number;
  @ApiProperty() pastSeats: number;
  @ApiProperty() pastCompletions: number;
  @ApiProperty() personYears: number;
  @ApiProperty() leavers: number;
  @ApiProperty() seatsAMonth: number;
  /** Completions a month that came without a session. */
  @ApiProperty() elsewhereAMonth: number;
}

export class ForecastResponse {
  @ApiProperty() programmeKey: string;
  @ApiProperty({ type: String, nullable: true }) computedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) asOf: string | null;
  @ApiProperty() seed: number;
  @ApiProperty() runs: number;
  @ApiProperty({ type: ForecastBasisResponse, nullable: true }) basis: ForecastBasisResponse | null;
  @ApiProperty({ type: [ScenarioForecastResponse] }) scenarios: ScenarioForecastResponse[];
}

export class LinkedDepartmentResponse {
  @ApiProperty() departmentCode: string;
  @ApiProperty() department: string;
  @ApiProperty() density: string;
  @ApiProperty() mean: string;
}

/** Promoters per 100 staff beside a released mean: an association, never a cause. */
export class EngagementLinkResponse {
  @ApiProperty() surveyId: string;
  @ApiProperty() surveyTitle: string;
  @ApiProperty() programmeKey: string;
  @ApiProperty({ description: '"overall" or a category’s key' }) measure: string;
  @ApiProperty() measureLabel: string;
  @ApiProperty({ type: [LinkedDepartmentResponse] }) departments: LinkedDepartmentResponse[];
  @ApiProperty({ type: String, nullable: true }) correlation: string | null;
}
