import { ApiProperty } from '@nestjs/swagger';
import { MOST_CROSSED_ATTRIBUTES, TABLE_REQUEST_STATES, type TableRequestState } from '#survey-model';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';

/** A further table: which attributes to cross, and of which department only. */
export class TableRequestBody {
  @ApiProperty({ type: [String], description: 'Keys of 1 to 3 attributes' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CROSSED_ATTRIBUTES)
  @ArrayUnique()
  @IsString({ each: true })
  attributes: string[];

  @ApiProperty({ required: false, description: 'Code of a department: only its people and those below it' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  departmentCode?: string;
}

export class TableRequestResponse {
  @ApiProperty() id: string;
  @ApiProperty({ type: [String] }) attributes: string[];
  @ApiProperty({ type: String, nullable: true }) departmentCode: string | null;
  @ApiProperty() requestedBy: string;
  @ApiProperty() requestedAt: string;
  @ApiProperty({ enum: TABLE_REQUEST_STATES }) state: TableRequestState;
  /** The version that added the table. */
  @ApiProperty({ type: Number, nullable: true }) version: number | null;
}

export class TableRequestsResponse {
  /** Whether a further table can still be asked for: until the ballots are destroyed. */
  @ApiProperty() open: boolean;
  /** First day on which the ballots are gone, "YYYY-MM-DD". */
  @ApiProperty() destroyOn: string;
  /** Whether custodians must hand in their shares before a waiting table is decided. */
  @ApiProperty() awaitingKey: boolean;
  @ApiProperty({ type: [TableRequestResponse] }) requests: TableRequestResponse[];
}
