import { ApiProperty } from '@nestjs/swagger';
import type { AttributeDefinition, Band, CellStatus, Questionnaire } from '#survey-model';

const BANDS = ['high', 'middle', 'low'] as const satisfies readonly Band[];
const STATUSES = ['published', 'primary', 'secondary'] as const satisfies readonly CellStatus[];

/** One item in one cell, ready to show. Items that may not be shown are absent. */
export class ItemScoreResponse {
  @ApiProperty() item: string;
  @ApiProperty() n: number;
  @ApiProperty({ description: 'Two decimals, half up' }) mean: string;
  @ApiProperty({ enum: BANDS, nullable: true, type: String }) band: Band | null;
  /** Counts by option from the scale's minimum up; absent where the group is too small. */
  @ApiProperty({ type: [Number], required: false }) counts?: number[];
  /** Percent to 1 decimal. */
  @ApiProperty({ required: false }) favourablePercent?: string;
}

export class CategoryScoreResponse {
  @ApiProperty() category: string;
  @ApiProperty() mean: string;
  @ApiProperty({ enum: BANDS, nullable: true, type: String }) band: Band | null;
}

export class ChoiceScoreResponse {
  @ApiProperty() question: string;
  @ApiProperty() n: number;
  @ApiProperty({ type: Object, additionalProperties: { type: 'number' } }) counts: Record<string, number>;
}

export class CellScoreResponse {
  @ApiProperty({ type: [String] }) table: string[];
  /** Attribute -> value; {} is everybody. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) key: Record<string, string>;
  @ApiProperty({ enum: STATUSES }) status: CellStatus;
  @ApiProperty({ type: Number, nullable: true }) n: number | null;
  @ApiProperty({ type: String, nullable: true }) overall: string | null;
  @ApiProperty({ enum: BANDS, nullable: true, type: String }) band: Band | null;
  @ApiProperty({ type: [CategoryScoreResponse] }) categories: CategoryScoreResponse[];
  @ApiProperty({ type: [ItemScoreResponse] }) items: ItemScoreResponse[];
  @ApiProperty({ type: [ChoiceScoreResponse] }) choices: ChoiceScoreResponse[];
}

export class ResultsResponse {
  @ApiProperty() surveyId: string;
  @ApiProperty() version: number;
  @ApiProperty() title: string;
  @ApiProperty() organisation: string;
  @ApiProperty() fiscalYearLabel: string;
  @ApiProperty() opensOn: string;
  @ApiProperty() closesOn: string;
  @ApiProperty() invited: number;
  @ApiProperty() answered: number;
  @ApiProperty({ description: 'Percent to 1 decimal' }) responseRate: string;
  @ApiProperty() minGroup: number;
  @ApiProperty() detailMinGroup: number;
  @ApiProperty() releasedAt: string;
  @ApiProperty({ type: Object, additionalProperties: true }) questionnaire: Questionnaire;
  @ApiProperty({ type: [Object] }) attributes: AttributeDefinition[];
  /** HR sees every cell; a department head the whole and the own subtree. */
  @ApiProperty({ type: [CellScoreResponse] }) cells: CellScoreResponse[];
}
