import { ApiProperty } from '@nestjs/swagger';
import { SURVEY_STATES, type Questionnaire, type SurveyState, type TargetRule } from '#survey-model';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsObject, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { IsDay } from './is-day.js';

export class TargetRuleBody {
  @ApiProperty({ type: [String] }) @IsArray() @IsString({ each: true }) excludedJobTypes: string[];
  @ApiProperty({ type: [String] })
  @IsArray()
  @IsString({ each: true })
  excludedStatuses: TargetRule['excludedStatuses'][number][];
  @ApiProperty({ type: [String] }) @IsArray() @IsString({ each: true }) excludedEmploymentTypes: string[];
}

export class CreateSurveyRequest {
  @ApiProperty() @IsString() @Length(1, 120) title: string;
  @ApiProperty({ description: 'Western year in which the fiscal year starts' })
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear: number;
  @ApiProperty({ format: 'date' }) @IsDay() opensOn: string;
  @ApiProperty({ format: 'date' }) @IsDay() closesOn: string;
  /** Paper answers may be typed in until the end of this day. */
  @ApiProperty({ type: String, nullable: true, required: false, format: 'date' })
  @IsOptional()
  @IsDay()
  paperUntil?: string | null;
  /** Smallest group that is shown; fixed at opening. */
  @ApiProperty({ minimum: 5, maximum: 100, default: 5 }) @IsInt() @Min(5) @Max(100) minGroup: number;
  @ApiProperty({ type: TargetRuleBody }) @ValidateNested() @Type(() => TargetRuleBody) targetRule: TargetRuleBody;
  /** Checked by `validateQuestionnaire`; its errors come back with their paths. */
  @ApiProperty({ type: Object, additionalProperties: true }) @IsObject() questionnaire: Questionnaire;
}

export class SurveyResponse {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty() fiscalYear: number;
  @ApiProperty({ description: '令和8年度' }) fiscalYearLabel: string;
  @ApiProperty() opensOn: string;
  @ApiProperty() closesOn: string;
  @ApiProperty({ type: String, nullable: true }) paperUntil: string | null;
  @ApiProperty({ enum: SURVEY_STATES }) state: SurveyState;
  @ApiProperty() minGroup: number;
  @ApiProperty({ type: TargetRuleBody }) targetRule: TargetRuleBody;
  /** Staff in the target: of the snapshot once open, before that by today's roster and rule. */
  @ApiProperty() invited: number;
  @ApiProperty() paperTickets: number;
  @ApiProperty() itemCount: number;
  /** Unfinished or last tally job, once closed. */
  @ApiProperty({ type: String, nullable: true }) tallyJobId: string | null;
}

export class SurveyDetailResponse extends SurveyResponse {
  @ApiProperty({ type: Object, additionalProperties: true }) questionnaire: Questionnaire;
}

export class QuestionnaireSummary {
  @ApiProperty() key: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: Object, additionalProperties: true }) questionnaire: Questionnaire;
}

/** One group of the participation board. `done` and `rate` are null where the group is too small to show. */
export class ParticipationGroup {
  @ApiProperty() key: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: String, nullable: true }) parentKey: string | null;
  @ApiProperty() invited: number;
  @ApiProperty({ type: Number, nullable: true }) done: number | null;
  /** Percent to 1 decimal, for example "31.2". */
  @ApiProperty({ type: String, nullable: true }) rate: string | null;
}

export class ParticipationResponse {
  @ApiProperty() invited: number;
  @ApiProperty() done: number;
  @ApiProperty({ description: 'Percent to 1 decimal' }) rate: string;
  @ApiProperty() paperTickets: number;
  @ApiProperty({ type: [ParticipationGroup] }) departments: ParticipationGroup[];
  @ApiProperty({ type: [ParticipationGroup] }) positions: ParticipationGroup[];
}

/** A survey as the signed-in person meets it. */
export class MySurveyResponse {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty() fiscalYearLabel: string;
  @ApiProperty() closesOn: string;
  @ApiProperty({ enum: ['invited', 'started', 'done', 'paper'] }) state: 'invited' | 'started' | 'done' | 'paper';
  /** Whether ballots are still accepted. */
  @ApiProperty() open: boolean;
  /** Own record, to prefill the declared attributes; each can be changed or withheld in the browser. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) prefill: Record<string, string>;
}

export class TicketRequest {
  /** base64url of the ticket's message (32 bytes). */
  @ApiProperty() @IsString() @Length(43, 43) message: string;
}

export class TicketResponse {
  @ApiProperty({ description: 'base64url' }) signature: string;
}

/** Somebody took the paper form; from then on no ticket is signed for them. */
export class PaperMarkRequest {
  @ApiProperty() @IsString() @Length(1, 64) staffNumber: string;
}

export class CheckQuestionnaireRequest {
  @ApiProperty({ type: Object, additionalProperties: true }) @IsObject() questionnaire: object;
}

export class QuestionnaireFaultResponse {
  @ApiProperty({ example: 'sections[0].questions[2].scale' }) path: string;
  @ApiProperty() ja: string;
  @ApiProperty() en: string;
}

export class CheckQuestionnaireResponse {
  @ApiProperty({ type: [QuestionnaireFaultResponse] }) errors: QuestionnaireFaultResponse[];
}
