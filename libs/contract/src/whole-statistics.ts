import { ApiProperty } from '@nestjs/swagger';

/** A mean of the whole organisation by code, to 2 decimals. */
export class WeightedMeanResponse {
  /** An item's code or a category's key. */
  @ApiProperty() code: string;
  @ApiProperty() mean: string;
}

export class CollapsedValuesResponse {
  /** An attribute's key. */
  @ApiProperty() margin: string;
  @ApiProperty({ type: [String] }) values: string[];
}

/** 補正後: respondents weighted to the roster's margins. */
export class WeightedMeansResponse {
  @ApiProperty({ type: String, nullable: true }) overall: string | null;
  @ApiProperty({ type: [WeightedMeanResponse] }) categories: WeightedMeanResponse[];
  @ApiProperty({ type: [WeightedMeanResponse] }) items: WeightedMeanResponse[];
  @ApiProperty({ description: 'Kish, 2 decimals' }) designEffect: string;
  @ApiProperty({ description: 'Whole number' }) effectiveN: string;
  @ApiProperty() converged: boolean;
  /** Keys of the attributes that were matched. */
  @ApiProperty({ type: [String] }) margins: string[];
  @ApiProperty({ type: [CollapsedValuesResponse] }) collapsed: CollapsedValuesResponse[];
}

export class ReliabilityResponse {
  /** A category's key; "" for all scored items. */
  @ApiProperty() category: string;
  @ApiProperty({ type: [String] }) items: string[];
  @ApiProperty({ type: String, nullable: true, description: "Cronbach's alpha, 2 decimals" }) alpha: string | null;
  @ApiProperty({ type: String, nullable: true, description: "McDonald's omega, 2 decimals" }) omega: string | null;
}

export class DriverShareResponse {
  @ApiProperty() item: string;
  @ApiProperty({ description: "Percent of the outcome's variance, 1 decimal" }) percent: string;
  @ApiProperty({ description: '2 decimals' }) correlation: string;
}

/** 関連要因: association, never cause. */
export class DriversResponse {
  /** An item's code; "" for the overall score. */
  @ApiProperty() outcome: string;
  @ApiProperty({ description: 'Percent, 1 decimal' }) explainedPercent: string;
  @ApiProperty({ type: [DriverShareResponse] }) shares: DriverShareResponse[];
}

/** Statistics of the whole organisation only. */
export class WholeStatisticsResponse {
  @ApiProperty() completeCases: number;
  @ApiProperty({ type: WeightedMeansResponse, nullable: true }) weighted: WeightedMeansResponse | null;
  @ApiProperty({ type: [ReliabilityResponse] }) reliability: ReliabilityResponse[];
  @ApiProperty({ type: [DriversResponse] }) drivers: DriversResponse[];
}
