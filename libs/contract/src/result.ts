import { ApiProperty } from '@nestjs/swagger';
import type { AttributeDefinition, Band, CellStatus, Direction, EarlierStatus, Questionnaire } from '#survey-model';
import { WholeStatisticsResponse } from './whole-statistics.js';

const BANDS = ['high', 'middle', 'low'] as const satisfies readonly Band[];
const STATUSES = ['published', 'primary', 'secondary'] as const satisfies readonly CellStatus[];

const DIRECTIONS = ['higher', 'lower', 'unclear'] as const satisfies readonly Direction[];
const EARLIER_STATUSES = ['shown', 'hidden', 'not-comparable', 'none'] as const satisfies readonly EarlierStatus[];

/** Bounds of a 95% interval: points to 2 decimals, percent to 1. */
export class BoundsResponse {
  @ApiProperty() low: string;
  @ApiProperty() high: string;
}

/** One mean minus another, in points to 2 decimals; "unclear" is 明確な差なし. */
export class DifferenceResponse {
  @ApiProperty() difference: string;
  @ApiProperty({ enum: DIRECTIONS }) direction: Direction;
  @ApiProperty({ description: 'After Benjamini and Hochberg, 3 decimals' }) adjustedP: string;
}

/** What is said beside a mean. Absent where the group is too small, or there is nothing to compare with. */
export class FigureNotesResponse {
  @ApiProperty({ required: false }) interval?: BoundsResponse;
  /** Against everybody else. */
  @ApiProperty({ required: false }) rest?: DifferenceResponse;
  /** Against the newest of the earlier surveys. */
  @ApiProperty({ required: false }) previous?: DifferenceResponse;
}

export class OverallNotesResponse extends FigureNotesResponse {
  /** 縮約推定値 of a group of under 30. */
  @ApiProperty({ required: false }) estimate?: string;
}

/** One item in one cell, ready to show. Items that may not be shown are absent. */
export class ItemScoreResponse extends FigureNotesResponse {
  @ApiProperty() item: string;
  @ApiProperty() n: number;
  @ApiProperty({ description: 'Two decimals, half up' }) mean: string;
  @ApiProperty({ enum: BANDS, nullable: true, type: String }) band: Band | null;
  /** Counts by option from the scale's minimum up; absent where the group is too small. */
  @ApiProperty({ type: [Number], required: false }) counts?: number[];
  /** Percent to 1 decimal. */
  @ApiProperty({ required: false }) favourablePercent?: string;
  @ApiProperty({ required: false, description: 'Percent' }) favourableInterval?: BoundsResponse;
  /** Standard deviation of the answers. */
  @ApiProperty({ required: false }) deviation?: string;
}

export class CategoryScoreResponse extends FigureNotesResponse {
  @ApiProperty() category: string;
  @ApiProperty() mean: string;
  @ApiProperty({ enum: BANDS, nullable: true, type: String }) band: Band | null;
}

export class ChoiceScoreResponse {
  @ApiProperty() question: string;
  @ApiProperty() n: number;
  @ApiProperty({ type: Object, additionalProperties: { type: 'number' } }) counts: Record<string, number>;
}

export class EarlierMeanResponse {
  /** An item's code or a category's key. */
  @ApiProperty() code: string;
  @ApiProperty() mean: string;
}

/** What an earlier survey released of the people who make this cell now. */
export class EarlierCellResponse {
  @ApiProperty({ enum: EARLIER_STATUSES }) status: EarlierStatus;
  @ApiProperty({ type: Number, nullable: true }) n: number | null;
  @ApiProperty({ type: String, nullable: true }) overall: string | null;
  @ApiProperty({ type: [EarlierMeanResponse] }) categories: EarlierMeanResponse[];
  @ApiProperty({ type: [EarlierMeanResponse] }) items: EarlierMeanResponse[];
}

export class CellScoreResponse {
  @ApiProperty({ type: [String] }) table: string[];
  /** Attribute -> value; {} is everybody. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) key: Record<string, string>;
  @ApiProperty({ enum: STATUSES }) status: CellStatus;
  @ApiProperty({ type: Number, nullable: true }) n: number | null;
  @ApiProperty({ type: String, nullable: true }) overall: string | null;
  @ApiProperty({ enum: BANDS, nullable: true, type: String }) band: Band | null;
  /** Staff of the roster snapshot; null where the roster does not know. */
  @ApiProperty({ type: Number, nullable: true }) population: number | null;
  @ApiProperty() overallNotes: OverallNotesResponse;
  /** In the order of `waves`. */
  @ApiProperty({ type: [EarlierCellResponse] }) earlier: EarlierCellResponse[];
  @ApiProperty({ type: [CategoryScoreResponse] }) categories: CategoryScoreResponse[];
  @ApiProperty({ type: [ItemScoreResponse] }) items: ItemScoreResponse[];
  @ApiProperty({ type: [ChoiceScoreResponse] }) choices: ChoiceScoreResponse[];
}

/** An earlier survey with the same items. */
export class WaveResponse {
  @ApiProperty() surveyId: string;
  @ApiProperty() title: string;
  @ApiProperty() fiscalYearLabel: string;
  @ApiProperty() invited: number;
  @ApiProperty() answered: number;
  @ApiProperty({ description: 'Percent to 1 decimal' }) responseRate: string;
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
  /** Earlier surveys, the newest first. */
  @ApiProperty({ type: [WaveResponse] }) waves: WaveResponse[];
  @ApiProperty({ type: WholeStatisticsResponse, nullable: true }) whole: WholeStatisticsResponse | null;
  /** HR sees every cell; a department head the whole and the own subtree. */
  @ApiProperty({ type: [CellScoreResponse] }) cells: CellScoreResponse[];
}
