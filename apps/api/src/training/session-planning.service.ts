import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { CancelRequest, TrainingSessionBody } from '#contract';
import {
  CourseRepository,
  EnrolmentRepository,
  insertAuditEvent,
  insertNotices,
  TrainingSessionRepository,
  type LockedSession,
  type PlaceRow,
  type SessionPlan,
} from '#database';
import type { NoticeKind } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { courseUnknown } from './course-refusals.js';
import { SeatingService } from './seating.service.js';
import { requirePlausible, requireScheduled, requireToCome } from './session-guards.js';
import { capacityTooLow, courseFixed, courseWithdrawn, roomTaken } from './session-refusals.js';

/** HR sets up sessions, moves them and calls them off; everybody with a place is told. */
@Injectable()
export class SessionPlanningService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly courses: CourseRepository,
    private readonly sessions: TrainingSessionRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly seating: SeatingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the new session
   * @throws DomainError "session-times", "session-past", "apply-until-late", "course-unknown", "course-withdrawn", "room-taken"
   */
  async create(account: SignedInAccount, body: TrainingSessionBody): Promise<string> {
    const at = this.clock();
    const plan = toPlan(body);
    requirePlausible(plan, at);
    return this.dataSource.transaction(async (manager) => {
      const course = await this.courses.find(body.courseKey, at, manager);
      if (!course) throw courseUnknown();
      if (course.withdrawn) throw courseWithdrawn();
      await this.requireRoom(manager, plan, null);
      const created = await this.sessions.insert(manager, body.courseKey, plan, { by: account.login, at });
      await this.record(manager, account, at, 'session.created', created, { ...plan, courseKey: body.courseKey });
      return created;
    });
  }

  /**
   * Until it begins. A new time or room is told to everybody with a place; more seats go to those first in line.
   * @throws DomainError "session-unknown", "session-cancelled", "session-closed", "session-started", "course-fixed",
   *   "capacity-too-low", "session-clash", and as `create`
   */
  async update(account: SignedInAccount, id: string, body: TrainingSessionBody): Promise<void> {
    const at = this.clock();
    const plan = toPlan(body);
    await this.dataSource.transaction(async (manager) => {
      await this.enrolments.lockEverybody(manager);
      if (plan.room !== '') await this.sessions.lockRoom(manager, plan.room);
      const session = await this.seating.lockSession(manager, id);
      requireToCome(session, at);
      requirePlausible(plan, at);
      if (session.courseKey !== body.courseKey) throw courseFixed();
      await this.requireRoom(manager, plan, id);
      const { seated } = await this.enrolments.countPlaces(manager, id);
      if (plan.capacity < seated) throw capacityTooLow(plan.capacity, seated);
      const after = { ...session, ...plan };
      const moved = hasMoved(session, plan);
      const holders = moved ? await this.enrolments.findHolders(manager, id) : [];
      await this.seating.requireNoClash(manager, after, holders);
      await this.sessions.update(manager, id, plan, session.revision + (moved ? 1 : 0));
      await this.tell(manager, account, at, 'session-changed', holders);
      await this.seating.refill(manager, after, { by: account.login, at });
      await this.record(manager, account, at, 'session.changed', id, { ...plan, moved });
    });
  }

  /** @throws DomainError "session-unknown", "session-cancelled", "session-closed" */
  async cancel(account: SignedInAccount, id: string, { reason }: CancelRequest): Promise<void> {
    const at = this.clock();
    await this.dataSource.transaction(async (manager) => {
      const session = await this.seating.lockSession(manager, id);
      requireScheduled(session);
      const gone = await this.enrolments.cancelAll(manager, id, { by: account.login, at, reason });
      await this.sessions.setState(manager, id, 'cancelled', session.revision + 1);
      await this.tell(manager, account, at, 'session-cancelled', gone, reason);
      await this.record(manager, account, at, 'session.cancelled', id, { reason, places: gone.length });
    });
  }

  private async requireRoom(manager: EntityManager, plan: SessionPlan, exceptId: string | null): Promise<void> {
    if (plan.room === '') return;
    await this.sessions.lockRoom(manager, plan.room);
    const taken = await this.sessions.findInRoom(manager, plan, exceptId);
    if (taken) throw roomTaken(plan.room, taken);
  }

  private async tell(
    manager: EntityManager,
    { login }: SignedInAccount,
    at: Date,
    kind: NoticeKind,
    people: readonly PlaceRow[],
    body = '',
  ): Promise<void> {
    const notices = people.map(({ id, staffNumber }) => ({ kind, staffNumber, enrolmentId: id, body }));
    await insertNotices(manager, notices, { createdBy: login, at });
  }

  private record(
    manager: EntityManager,
    { login }: SignedInAccount,
    at: Date,
    action: string,
    subject: string,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return insertAuditEvent(manager, { at, actor: login, action, subject, detail });
  }
}

function hasMoved(before: LockedSession, after: SessionPlan): boolean {
  return (
    before.room !== after.room ||
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime()
  );
}

/** The same room must not hide behind another width of the same letters. */
function toPlan({ startsAt, endsAt, room, capacity, applyUntil, note }: TrainingSessionBody): SessionPlan {
  return {
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    room: room.normalize('NFKC').replaceAll(/\s+/g, ' ').trim(),
    capacity,
    applyUntil,
    note: note.trim(),
  };
}
