import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { ResolveParkedRequest, ResolvedParkedResponse } from '#contract';
import {
  CourseCompletionRepository,
  insertAuditEvent,
  insertJob,
  ParkedStatementRepository,
  StatementRepository,
  type CompletableCourse,
  type ParkedRow,
} from '#database';
import { newJob } from '#queue';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import type { JsonObject } from '../xapi/check-values.js';
import { DirectoryService } from '../xapi/directory.service.js';
import { judgeClaim, type Directory, type Judgement } from '../xapi/judge-claim.js';
import { readClaim, type Claim } from '../xapi/read-claim.js';
import {
  answerContradicts,
  answerIncomplete,
  courseUnknown,
  parkedResolved,
  parkedUnknown,
  staffUnknown,
} from './learning-record-refusals.js';

interface Answer {
  readonly staffNumber: string | null;
  readonly course: CompletableCourse | null;
}

interface JudgedRow {
  readonly row: ParkedRow;
  readonly claim: Claim;
  readonly judgement: Judgement;
}

/** HR's answers to what waits: the statements are judged anew with them, in one transaction. */
@Injectable()
export class ParkedAnswersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly parked: ParkedStatementRepository,
    private readonly statements: StatementRepository,
    private readonly completions: CourseCompletionRepository,
    private readonly directory: DirectoryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "parked-unknown", "parked-resolved", "answer-…", "staff-unknown", "course-unknown" */
  resolve(account: SignedInAccount, id: string, body: ResolveParkedRequest): Promise<ResolvedParkedResponse> {
    const { alike = false, dismiss = false } = body;
    return this.dataSource.transaction(async (manager) => {
      const asked = await this.parked.find(manager, id);
      if (!asked) throw parkedUnknown();
      if (asked.resolved) throw parkedResolved();
      refuseIncomplete(asked, body);
      const answer = await this.readAnswer(manager, body);
      const rows = await this.parked.lockWaiting(manager, asked, alike);
      // Somebody else may have answered while we waited for the lock.
      if (!rows.some((row) => row.id === id)) throw parkedResolved();
      const origin = { at: this.clock(), by: account.login, alike };
      const resolved = dismiss
        ? await this.dismiss(manager, rows, origin)
        : await this.assign(manager, asked, rows, answer, origin);
      const detail = { resolved, alike, dismissed: dismiss };
      const event = { at: origin.at, actor: account.login, action: 'parked-statement.resolved', subject: id, detail };
      await insertAuditEvent(manager, event);
      return { resolved, parked: await this.parked.countWaiting(manager) };
    });
  }

  private async readAnswer(manager: EntityManager, { staffNumber, courseKey }: ResolveParkedRequest): Promise<Answer> {
    const courses = courseKey === undefined ? [] : await this.completions.loadCourses(manager);
    const course = courses.find(({ key }) => key === courseKey) ?? null;
    if (courseKey !== undefined && !course) throw courseUnknown();
    if (staffNumber === undefined) return { staffNumber: null, course };
    const typed = staffNumber.normalize('NFKC').trim();
    if (!(await this.statements.findStaffNumbers(manager, [typed])).has(typed)) throw staffUnknown();
    return { staffNumber: typed, course };
  }

  private async dismiss(manager: EntityManager, rows: readonly ParkedRow[], origin: Origin): Promise<number> {
    const resolutions = rows.map(({ id }) => ({ id, staffNumber: null, courseKey: null }));
    await this.parked.resolve(manager, resolutions, { ...origin, resolution: 'dismissed' });
    const changes = rows.map(({ id }) => ({ id, outcome: 'ignored' as const, reason: 'dismissed' }));
    await this.statements.changeOutcomes(manager, changes);
    return rows.length;
  }

  private async assign(
    manager: EntityManager,
    asked: ParkedRow,
    rows: readonly ParkedRow[],
    answer: Answer,
    origin: Origin,
  ): Promise<number> {
    const judged = await this.judge(manager, asked, rows, answer);
    const completions = judged.flatMap(({ row, claim: { completedOn, mark }, judgement }) =>
      judgement.outcome === 'recorded' ? [{ ...judgement, completedOn, mark, statementId: row.id }] : [],
    );
    await this.completions.saveReported(manager, completions, origin.at);
    const settled = judged.filter(({ judgement }) => judgement.outcome !== 'parked');
    const resolutions = settled.map(({ row, judgement }) => ({
      id: row.id,
      staffNumber: judgement.outcome === 'recorded' ? judgement.staffNumber : answer.staffNumber,
      courseKey: judgement.outcome === 'recorded' ? judgement.courseKey : (answer.course?.key ?? null),
    }));
    await this.parked.resolve(manager, resolutions, { ...origin, resolution: 'assigned' });
    await this.parked.keepWaiting(manager, stillWaiting(judged));
    await this.statements.changeOutcomes(
      manager,
      judged.map(({ row: { id }, judgement }) => ({
        id,
        outcome: judgement.outcome,
        reason: judgement.outcome === 'recorded' ? '' : judgement.reason,
      })),
    );
    if (completions.length > 0) await insertJob(manager, newJob('training.targets', {}, origin.by));
    return settled.length;
  }

  private async judge(
    manager: EntityManager,
    asked: ParkedRow,
    rows: readonly ParkedRow[],
    answer: Answer,
  ): Promise<JudgedRow[]> {
    const read = rows.flatMap((row) => {
      const reading = readClaim(row.statement as JsonObject, row.receivedAt);
      return 'claim' in reading ? [{ row, claim: reading.claim }] : [];
    });
    const known = await this.directory.open(
      manager,
      read.map(({ claim }) => claim),
    );
    return read.map(({ row, claim }) => ({
      row,
      claim,
      judgement: judgeClaim(claim, answeredDirectory(known, asked, row, answer)),
    }));
  }
}

interface Origin {
  readonly at: Date;
  readonly by: string;
  readonly alike: boolean;
}

/** The answer names a person and a course of the statement that was asked about; for others it counts as far as they share them. */
function answeredDirectory(known: Directory, asked: ParkedRow, row: ParkedRow, answer: Answer): Directory {
  const course = row.activityId === asked.activityId ? answer.course : null;
  const staffNumber = row.actor === asked.actor ? answer.staffNumber : null;
  return {
    courseOf: (activityId) => course ?? known.courseOf(activityId),
    staffNumberOf: (actor) => staffNumber ?? known.staffNumberOf(actor),
    isDismissed: () => false,
  };
}

function stillWaiting(judged: readonly JudgedRow[]): Parameters<ParkedStatementRepository['keepWaiting']>[1] {
  return judged.flatMap(({ row: { id }, judgement }) =>
    judgement.outcome === 'parked' ? [{ id, reason: judgement.reason }] : [],
  );
}

/** An unknown person needs a person, an unknown course a course; more may be given at once. */
function refuseIncomplete({ reason }: ParkedRow, { staffNumber, courseKey, dismiss }: ResolveParkedRequest): void {
  if (dismiss) {
    if (staffNumber !== undefined || courseKey !== undefined) throw answerContradicts();
  } else if (reason === 'person-unknown' && staffNumber === undefined) throw answerIncomplete('staffNumber');
  else if (reason === 'course-unknown' && courseKey === undefined) throw answerIncomplete('courseKey');
}
