import { ApiProperty } from '@nestjs/swagger';

/** One wrong place of a file or a request body. */
export class ProblemDetail {
  @ApiProperty({ required: false }) line?: number;
  @ApiProperty({ required: false }) column?: string;
  @ApiProperty({ required: false }) field?: string;
  @ApiProperty() ja: string;
  @ApiProperty() en: string;
}

/** RFC 9457 problem details: every error of every service has this shape (application/problem+json). */
export class Problem {
  @ApiProperty({ description: 'urn:nobinobi:problem:<code>' }) type: string;
  @ApiProperty({ description: 'Japanese, for people' }) title: string;
  @ApiProperty() status: number;
  @ApiProperty({ description: 'English, for people' }) detail: string;
  @ApiProperty({ description: 'Stable name for programs' }) code: string;
  @ApiProperty({ type: [ProblemDetail] }) errors: ProblemDetail[];
}
