import { ApiProperty } from '@nestjs/swagger';

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
  @ApiProperty() headcount: number;
  @ApiProperty() target: number;
  @ApiProperty() actual: number;
  @ApiProperty() cumulative: number;
}

export class ProgrammeResponse {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['once-in-plan', 'once-a-fiscal-year'] }) counting: 'once-in-plan' | 'once-a-fiscal-year';
  @ApiProperty({ type: [Object] }) methods: { method: string; audience?: readonly string[] }[];
  @ApiProperty({ type: [PlanYearResponse] }) years: PlanYearResponse[];
  @ApiProperty() total: number;
  @ApiProperty() cumulative: number;
  @ApiProperty() remaining: number;
  @ApiProperty() targetYear: number;
  @ApiProperty({ type: [DepartmentTargetResponse] }) departments: DepartmentTargetResponse[];
  @ApiProperty({ type: String, nullable: true }) computedAt: string | null;
}

export class TrainingPlanResponse {
  @ApiProperty({ type: [ProgrammeResponse] }) programmes: ProgrammeResponse[];
  /** A recomputation under way, if any. */
  @ApiProperty({ type: String, nullable: true }) jobId: string | null;
}
