import { IsIn, IsOptional, IsString, IsUUID } from 'class-validator';

/**
 * certificate: of one person and subject, PDF. attendance-sheet: of a session, PDF to print. completion-list: of a session, xlsx.
 * training-plan: the plan in its published layout with actuals, targets and forecast, xlsx.
 */
export const DOCUMENT_KINDS = ['certificate', 'attendance-sheet', 'completion-list', 'training-plan'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Payloads carry ids, never records: a retried job works on what is true then. */
export class SurveyPayload {
  @IsUUID() surveyId: string;
}

export class ImportPayload {
  @IsUUID() importId: string;
}

export class WorkbookPayload {
  @IsUUID() surveyId: string;
  /** All departments in one zip when left out. */
  @IsOptional() @IsString() departmentCode?: string;
}

export class EmptyPayload {}

/** What to make of training, for whom: see `DOCUMENT_KINDS`. */
export class DocumentPayload {
  @IsIn(DOCUMENT_KINDS) kind: DocumentKind;
  /** Session, or completed programme or course ("programme:key", "course:key"). */
  @IsOptional() @IsString() subject?: string;
  @IsOptional() @IsString() staffNumber?: string;
}

export class NoticePayload {
  @IsUUID() noticeId: string;
}

/**
 * Every job of the platform: name -> who does it -> payload. Adding a line here makes enqueueing and handling type-check, and the
 * worker refuses to boot while a name has no handler, or two.
 *
 * The tally process and the office process share no credentials, hence two queues.
 */
export const JOBS = {
  /** Writes key, form and closing times to the ballot box's database. */
  'survey.announce': { queue: 'tally', payload: SurveyPayload },
  /** Opens the box, scores, protects and releases, in memory and one transaction. */
  'survey.tally': { queue: 'tally', payload: SurveyPayload },
  /** Opens the box once more for the further tables that HR has asked for, and decides each against everything released. */
  'survey.publish-tables': { queue: 'tally', payload: SurveyPayload },
  /** Opens a test ballot with the custodians' shares. */
  'custody.test-key': { queue: 'tally', payload: SurveyPayload },
  /** Lays the open box out anew in random order. */
  'survey.shuffle-box': { queue: 'tally', payload: SurveyPayload },
  /** Destroys keys, ballots, serials and leaves on the day declared to staff, and signs a record of it. */
  'survey.destroy': { queue: 'tally', payload: SurveyPayload },
  /** Copies that record into the audit log. */
  'survey.record-destruction': { queue: 'office', payload: SurveyPayload },
  /** Moves the survey from closed to released on the identified side. */
  'survey.mark-released': { queue: 'office', payload: SurveyPayload },
  /** Dry run of an uploaded file. */
  'import.check': { queue: 'office', payload: ImportPayload },
  'import.apply': { queue: 'office', payload: ImportPayload },
  /** Remaining to the goal and this year's target per department. */
  'training.targets': { queue: 'office', payload: EmptyPayload },
  /** Probability of each year's and the final target, and the link to released engagement figures. */
  'training.forecast': { queue: 'office', payload: EmptyPayload },
  /** Certificates, attendance sheets, lists and the plan's workbook. */
  'document.build': { queue: 'office', payload: DocumentPayload },
  /** One mail. */
  'notice.send': { queue: 'office', payload: NoticePayload },
  'workbook.build': { queue: 'office', payload: WorkbookPayload },
} as const;

export type JobName = keyof typeof JOBS;
export type QueueName = (typeof JOBS)[JobName]['queue'];
export type JobPayload<Name extends JobName> = InstanceType<(typeof JOBS)[Name]['payload']>;
export type JobNameOn<Queue extends QueueName> = {
  [Name in JobName]: (typeof JOBS)[Name]['queue'] extends Queue ? Name : never;
}[JobName];

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}

export function jobNamesOn(queue: QueueName): JobName[] {
  return (Object.keys(JOBS) as JobName[]).filter((name) => JOBS[name].queue === queue);
}
