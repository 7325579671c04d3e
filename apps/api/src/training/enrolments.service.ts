import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { CancelRequest, DecideRequest, EnrolmentResponse } from '#contract';
import {
  EnrolmentRepository,
  HeadRepository,
  insertNotices,
  PeopleRepository,
  type ListedEnrolment,
  type LockedSession,
  type NewNotice,
} from '#database';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import { hasRole, type SignedInAccount } from '../security/signed-in-account.js';
import {
  enrolmentCancelled,
  enrolmentNotYours,
  enrolmentUnknown,
  nothingToDecide,
  ownApplication,
  personMissing,
} from './enrolment-refusals.js';
import { SeatingService } from './seating.service.js';
import { requireOpen, requireScheduled, requireToCome } from './session-guards.js';
import { toEnrolmentResponse } from './training-responses.js';

/** Applications: made by staff, decided by heads, given back by either or HR. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly enrolments: EnrolmentRepository,
    private readonly heads: HeadRepository,
    private readonly people: PeopleRepository,
    private readonly seating: SeatingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A seat, or a place in the line, at once; the head's word comes after it.
   * @throws DomainError "person-missing", "session-unknown", "session-cancelled", "session-closed", "session-started",
   *   "course-withdrawn", "applications-closed", "staff-not-serving", "already-enrolled", "session-clash", "course-completed"
   */
  async apply({ staffNumber, login }: SignedInAccount, sessionId: string): Promise<EnrolmentResponse> {
    if (staffNumber === null) throw personMissing();
    const at = this.clock();
    const id = await this.dataSource.transaction(async (manager) => {
      await this.enrolments.lockPeople(manager, [staffNumber]);
      const deciders = await this.heads.findDeciders(manager, staffNumber);
      const session = await this.seating.lockSession(manager, sessionId);
      requireOpen(session, at);
      const approval = deciders.length > 0 ? 'pending' : 'not-needed';
      const origin = { source: 'application', approval, reason: '', by: login, at } as const;
      const [seating] = await this.seating.seat(manager, session, [staffNumber], origin);
      if (seating?.refusal) throw seating.refusal;
      if (!seating?.place || !seating.enrolmentId) throw new Error(`no place for ${staffNumber} in ${sessionId}`);
      const { place, enrolmentId } = seating;
      const asked = deciders.map((head): NewNotice => ({ kind: 'approval-asked', staffNumber: head, enrolmentId }));
      await insertNotices(manager, [{ kind: place, staffNumber, enrolmentId }, ...asked], { createdBy: login, at });
      return enrolmentId;
    });
    return this.get(id);
  }

  /**
   * Until the session is closed a head may still approve; declining frees a place, and only helps before the beginning.
   * @throws DomainError "enrolment-unknown", "enrolment-not-yours", "own-application", "enrolment-cancelled", "decision-made",
   *   "session-cancelled", "session-closed", "session-started"
   */
  async decide(account: SignedInAccount, id: string, { approve, reason }: DecideRequest): Promise<EnrolmentResponse> {
    const origin = { by: account.login, at: this.clock(), reason };
    await this.dataSource.transaction(async (manager) => {
      const { enrolment, session } = await this.lock(manager, id, async (found) => {
        if (found.staffNumber === account.staffNumber) throw ownApplication();
        await this.requireHandler(manager, account, found);
      });
      if (approve) requireScheduled(session);
      else requireToCome(session, origin.at);
      if (enrolment.place === 'cancelled') throw enrolmentCancelled();
      if (enrolment.approval !== 'pending') throw nothingToDecide();
      const outcome = approve ? 'approved' : 'declined';
      await this.enrolments.decide(manager, id, outcome, origin);
      if (!approve) await this.enrolments.cancel(manager, id, origin);
      const notice = { kind: outcome, staffNumber: enrolment.staffNumber, enrolmentId: id, body: reason } as const;
      await insertNotices(manager, [notice], { createdBy: account.login, at: origin.at });
      if (!approve) await this.seating.refill(manager, session, origin);
    });
    return this.get(id);
  }

  /**
   * Gives a place back; whoever is next moves up.
   * @throws DomainError "enrolment-unknown", "enrolment-not-yours", "enrolment-cancelled", "session-cancelled", "session-closed",
   *   "session-started"
   */
  async cancel(account: SignedInAccount, id: string, { reason }: CancelRequest): Promise<EnrolmentResponse> {
    const origin = { by: account.login, at: this.clock(), reason };
    await this.dataSource.transaction(async (manager) => {
      const { enrolment, session } = await this.lock(manager, id, async (found) => {
        if (found.staffNumber !== account.staffNumber) await this.requireHandler(manager, account, found);
      });
      requireToCome(session, origin.at);
      if (enrolment.place === 'cancelled') throw enrolmentCancelled();
      await this.enrolments.cancel(manager, id, origin);
      const notice = { kind: 'cancelled', staffNumber: enrolment.staffNumber, enrolmentId: id, body: reason } as const;
      await insertNotices(manager, [notice], { createdBy: account.login, at: origin.at });
      await this.seating.refill(manager, session, origin);
    });
    return this.get(id);
  }

  /** The enrolment as it is once nobody else changes the session. @param check whether the account may; before anybody has to wait */
  private async lock(
    manager: EntityManager,
    id: string,
    check: (found: ListedEnrolment) => Promise<void>,
  ): Promise<{ enrolment: ListedEnrolment; session: LockedSession }> {
    const known = await this.enrolments.find(id, manager);
    if (!known) throw enrolmentUnknown();
    await check(known);
    const session = await this.seating.lockSession(manager, known.sessionId);
    const enrolment = await this.enrolments.find(id, manager);
    if (!enrolment) throw enrolmentUnknown();
    return { enrolment, session };
  }

  private async requireHandler(
    manager: EntityManager,
    account: SignedInAccount,
    { departmentCode }: ListedEnrolment,
  ): Promise<void> {
    if (hasRole(account, 'hr')) return;
    const own = hasRole(account, 'head') ? account.departmentCode : null;
    const subtree = own === null ? new Set<string>() : await this.heads.findSubtree(own, manager);
    if (!subtree.has(departmentCode)) throw enrolmentNotYours();
  }

  private async get(id: string): Promise<EnrolmentResponse> {
    const enrolment = await this.enrolments.find(id);
    if (!enrolment) throw enrolmentUnknown();
    const department = await this.people.findDepartmentPath(enrolment.departmentCode);
    return toEnrolmentResponse(enrolment, department ?? enrolment.departmentCode);
  }
}
