import { ApiProperty } from '@nestjs/swagger';
import {
  CUSTODIES,
  SURVEY_STATES,
  type Custody,
  type Questionnaire,
  type SurveyState,
  type TargetRule,
} from '#survey-model';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
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
  /** Who can open the box; "worker" is for the demo and for trials. Fixed at opening. */
  @ApiProperty({ enum: CUSTODIES }) @IsIn(CUSTODIES) custody: Custody;
  /** Days after the last day of answering on which ballots and keys are destroyed. Declared to staff, fixed at opening. */
  @ApiProperty({ minimum: 0, maximum: 90, default: 30 }) @IsInt() @Min(0) @Max(90) destroyAfterDays: number;
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
  @ApiProperty({ enum: CUSTODIES }) custody: Custody;
  @ApiProperty() destroyAfterDays: number;
  /** First day on which ballots, serials and keys are destroyed. */
  @ApiProperty({ format: 'date' }) destroyOn: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) destroyedAt: string | null;
  /** Tickets issued in all, online and paper; null before the close. */
  @ApiProperty({ type: Number, nullable: true }) tickets: number | null;
  /** Second tickets for a lost recovery code: at most so many ballots may be there twice. */
  @ApiProperty() exceptions: number;
  /** The official number of answers; null until the box was opened. */
  @ApiProperty({ type: Number, nullable: true }) ballots: number | null;
  /** Ballots of those invited, percent to 1 decimal. */
  @ApiProperty({ type: String, nullable: true }) responseRate: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Hexadecimal' }) merkleRoot: string | null;
  /** Closed, and the tally waits for the custodians. */
  @ApiProperty() awaitingKey: boolean;
}

export class SurveyDetailResponse extends SurveyResponse {
  /** SHA-256 of the keys, for posters and invitations; null until there is such a key. */
  @ApiProperty({ type: String, nullable: true }) ticketKeyFingerprint: string | null;
  @ApiProperty({ type: String, nullable: true }) tallyKeyFingerprint: string | null;
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
  /** The official number of answers, counted in the box; null until it was opened. */
  @ApiProperty({ type: Number, nullable: true }) ballots: number | null;
  /** Percent to 1 decimal. */
  @ApiProperty({ type: String, nullable: true }) ballotRate: string | null;
  @ApiProperty() exceptions: number;
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
  /** Fingerprints as the identified side knows them: the page compares them with what the collector serves. */
  @ApiProperty() ticketKeyFingerprint: string;
  @ApiProperty({ type: String, nullable: true }) tallyKeyFingerprint: string | null;
  @ApiProperty({ format: 'date' }) destroyOn: string;
  /** Second tickets that HR allowed for this person, who must know of them. */
  @ApiProperty({ type: () => [TicketExceptionResponse] }) exceptions: TicketExceptionResponse[];
}

export class BlindTicketRequest {
  /** The blinded message, 384 bytes as base64url. */
  @ApiProperty() @IsString() @Length(512, 512) blinded: string;
}

export class TicketRequest extends BlindTicketRequest {
  /** The pending ticket under the recovery code, 4,096 bytes as base64url. */
  @ApiProperty() @IsString() @Length(5462, 5462) @Matches(/^[A-Za-z0-9_-]+$/) escrow: string;
}

export class BlindSignatureResponse {
  @ApiProperty({ description: 'base64url' }) signature: string;
}

export class TicketResponse extends BlindSignatureResponse {
  @ApiProperty({ description: 'base64url' }) escrow: string;
}

/** What was signed for the person: enough to go on from another device with the recovery code. */
export class OwnTicketResponse extends TicketResponse {
  @ApiProperty({ description: 'base64url' }) blinded: string;
}

export class DoneResponse {
  /** False while the mark waits for company: say it again later. */
  @ApiProperty() stored: boolean;
}

/** Somebody lost the recovery code. */
export class TicketExceptionRequest {
  @ApiProperty() @IsString() @Length(1, 64) staffNumber: string;
  @ApiProperty() @IsString() @Length(1, 500) reason: string;
}

export class TicketExceptionResponse {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() reason: string;
}

/** How many of those invited share each combination: numbers, from the roster alone. */
export class AttributeCountsResponse {
  @ApiProperty({ type: [String], example: ['department', 'position', 'ageBand', 'employmentType'] })
  attributes: string[];
  /** Values in the order of `attributes` (null where the roster has none), then how many. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'number' }] } } })
  counts: (string | number | null)[][];
}

/** Somebody to remind. */
export class NotDoneResponse {
  @ApiProperty() staffNumber: string;
  @ApiProperty() name: string;
  @ApiProperty() departmentCode: string;
  @ApiProperty() departmentName: string;
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
