import { Injectable } from '@nestjs/common';
import {
  EnrolmentRepository,
  insertNotices,
  TrainingSessionRepository,
  type Applicant,
  type LockedSession,
  type NewPlace,
  type PlaceRow,
  type PlaceOrigin,
} from '#database';
import { dateInJapan, fiscalYearOf, fiscalYearRange, type DomainError } from '#survey-model';
import type { EntityManager } from 'typeorm';
import { alreadyEnrolled, courseCompleted, notServing, sessionClash } from './enrolment-refusals.js';
import { moveClashes, sessionUnknown } from './session-refusals.js';

/** What became of one person who asked or was named; the enrolment, or why there is none. */
export interface Seating {
  readonly staffNumber: string;
  readonly name: string;
  readonly enrolmentId: string | null;
  readonly place: 'seated' | 'waiting' | null;
  readonly refusal: DomainError | null;
}

/**
 * Seats and line of one session. Everything here happens under the lock of the session, so that never more people are seated than it
 * has seats, nobody waits while a seat is free, and the line moves in the order of arrival.
 */
@Injectable()
export class SeatingService {
  constructor(
    private readonly sessions: TrainingSessionRepository,
    private readonly enrolments: EnrolmentRepository,
  ) {}

  /** @throws DomainError "session-unknown" */
  async lockSession(manager: EntityManager, id: string): Promise<LockedSession> {
    const session = await this.sessions.lock(manager, id);
    if (!session) throw sessionUnknown();
    return session;
  }

  /** Gives everybody a seat or a place at the end of the line, in the order given; the caller has locked the people before the session. */
  async seat(
    manager: EntityManager,
    session: LockedSession,
    staffNumbers: readonly string[],
    origin: PlaceOrigin,
  ): Promise<Seating[]> {
    if ((await this.enrolments.cancelLeavers(manager, session.id, origin.at)) > 0)
      await this.promote(manager, session, origin);
    const fiscalYear = fiscalYearOf(dateInJapan(session.startsAt));
    const found = await this.enrolments.findApplicants(manager, staffNumbers, session, fiscalYearRange(fiscalYear));
    const applicants = new Map(found.map((applicant) => [applicant.staffNumber, applicant]));
    const refusals = new Map(
      staffNumbers.map((staffNumber) => [staffNumber, refusalOf(staffNumber, applicants.get(staffNumber), fiscalYear)]),
    );
    const accepted = staffNumbers.filter((staffNumber) => !refusals.get(staffNumber));
    const places = await this.assign(manager, session, accepted);
    const rows = await this.enrolments.insertPlaces(manager, session.id, places, origin);
    const ids = new Map(rows.map(({ id, staffNumber }) => [staffNumber, id]));
    const given = new Map(places.map(({ staffNumber, place }) => [staffNumber, place]));
    return staffNumbers.map((staffNumber) => ({
      staffNumber,
      name: applicants.get(staffNumber)?.name ?? '',
      enrolmentId: ids.get(staffNumber) ?? null,
      place: given.get(staffNumber) ?? null,
      refusal: refusals.get(staffNumber) ?? null,
    }));
  }

  /** @param moved the session as it is to be @throws DomainError "session-clash" when that takes somebody into two sessions at one time */
  async requireNoClash(manager: EntityManager, moved: LockedSession, holders: readonly PlaceRow[]): Promise<void> {
    const staffNumbers = holders.map(({ staffNumber }) => staffNumber);
    const year = fiscalYearRange(fiscalYearOf(dateInJapan(moved.startsAt)));
    const applicants = await this.enrolments.findApplicants(manager, staffNumbers, moved, year);
    const clashing = applicants.filter(({ clash }) => clash !== null);
    if (clashing.length > 0) throw moveClashes(clashing);
  }

  /** Whoever is first in line gets a seat that has fallen free, and is told of it. */
  async refill(manager: EntityManager, session: LockedSession, origin: Pick<PlaceOrigin, 'by' | 'at'>): Promise<void> {
    await this.enrolments.cancelLeavers(manager, session.id, origin.at);
    await this.promote(manager, session, origin);
  }

  private async promote(
    manager: EntityManager,
    session: LockedSession,
    { by, at }: Pick<PlaceOrigin, 'by' | 'at'>,
  ): Promise<void> {
    const moved = await this.enrolments.promote(manager, session, at);
    const notices = moved.map(({ id, staffNumber }) => ({ kind: 'moved-up' as const, staffNumber, enrolmentId: id }));
    await insertNotices(manager, notices, { createdBy: by, at });
  }

  /** A seat while one is free and nobody waits, else the line. */
  private async assign(
    manager: EntityManager,
    { id, capacity }: LockedSession,
    staffNumbers: readonly string[],
  ): Promise<NewPlace[]> {
    const { seated, waiting } = await this.enrolments.countPlaces(manager, id);
    const free = waiting > 0 ? 0 : Math.max(0, capacity - seated);
    return staffNumbers.map((staffNumber, index) => ({ staffNumber, place: index < free ? 'seated' : 'waiting' }));
  }
}

function refusalOf(staffNumber: string, applicant: Applicant | undefined, fiscalYear: number): DomainError | null {
  if (!applicant) return notServing(staffNumber);
  const { place, clash, completed } = applicant;
  if (place === 'seated' || place === 'waiting') return alreadyEnrolled(place);
  if (clash) return sessionClash(clash);
  return completed ? courseCompleted(fiscalYear) : null;
}
