import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { AttendanceRequest } from '#contract';
import {
  AttendanceRepository,
  insertAuditEvent,
  insertJob,
  insertNotices,
  TrainingSessionRepository,
  type AttendanceRow,
  type LockedSession,
} from '#database';
import { newJob } from '#queue';
import { dateInJapan } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { fillIn, settle } from './attendance-sheet.js';
import { SeatingService } from './seating.service.js';
import { sessionNotOver, sessionNotScheduled, sessionNotStarted } from './session-refusals.js';

/** Attendance and marks of a session, and who has completed the course by them. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: TrainingSessionRepository,
    private readonly attendance: AttendanceRepository,
    private readonly seating: SeatingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Everybody with a seat counts, also where the head has not decided. A closed session is corrected by closing it again: completions
   * that no longer follow from the sheet are taken back.
   * @throws DomainError "session-unknown", "session-cancelled", "session-not-started", "session-closed" when a closed session is saved
   *   without closing, "session-not-over", "enrolment-not-seated", "attendance-missing", "marks-missing"
   */
  save(account: SignedInAccount, sessionId: string, { entries, close }: AttendanceRequest): Promise<void> {
    const at = this.clock();
    return this.dataSource.transaction(async (manager) => {
      const session = await this.seating.lockSession(manager, sessionId);
      requireSheet(session, close, at);
      const before = await this.attendance.list(sessionId, manager);
      const filled = fillIn(before, entries);
      if (!close) return this.attendance.save(manager, filled);
      const settled = settle(filled, session.passMark);
      await this.attendance.save(manager, settled);
      await this.complete(manager, account, session, { before, settled, at });
    });
  }

  private async complete(
    manager: EntityManager,
    { login }: SignedInAccount,
    session: LockedSession,
    { before, settled, at }: { before: readonly AttendanceRow[]; settled: readonly AttendanceRow[]; at: Date },
  ): Promise<void> {
    const { id, courseKey, endsAt, state, revision } = session;
    await this.attendance.writeCompletions(manager, { courseKey, completedOn: dateInJapan(endsAt), at }, settled);
    await this.sessions.setState(manager, id, 'closed', revision);
    const known = new Set(before.filter(({ completed }) => completed).map((row) => row.id));
    const fresh = settled.filter((row) => row.completed && !known.has(row.id));
    const notices = fresh.map((row) => ({
      kind: 'completed' as const,
      staffNumber: row.staffNumber,
      enrolmentId: row.id,
    }));
    await insertNotices(manager, notices, { createdBy: login, at });
    await insertAuditEvent(manager, {
      at,
      actor: login,
      action: state === 'closed' ? 'session.corrected' : 'session.closed',
      subject: id,
      detail: countUp(settled),
    });
    await insertJob(manager, newJob('training.targets', {}, login));
  }
}

/** @throws DomainError "session-cancelled", "session-not-started", "session-closed", "session-not-over" */
function requireSheet(session: LockedSession, close: boolean, now: Date): void {
  const { state, startsAt, endsAt } = session;
  if (state === 'cancelled' || (state === 'closed' && !close)) throw sessionNotScheduled(state);
  if (now < startsAt) throw sessionNotStarted(session);
  const lastDay = dateInJapan(endsAt);
  if (close && dateInJapan(now) < lastDay) throw sessionNotOver(lastDay);
}

function countUp(rows: readonly AttendanceRow[]): Record<string, number> {
  return {
    attended: rows.filter(({ attendance }) => attendance === 'attended').length,
    absent: rows.filter(({ attendance }) => attendance === 'absent').length,
    completed: rows.filter(({ completed }) => completed).length,
    undecided: rows.filter(({ approval }) => approval === 'pending').length,
  };
}
