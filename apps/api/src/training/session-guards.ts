import type { LockedSession, SessionPlan } from '#database';
import { dateInJapan } from '#survey-model';
import { applicationsClosed } from './enrolment-refusals.js';
import {
  applyUntilLate,
  courseWithdrawn,
  sessionNotScheduled,
  sessionPast,
  sessionStarted,
  sessionTimesWrong,
} from './session-refusals.js';

/** @throws DomainError "session-cancelled", "session-closed" */
export function requireScheduled({ state }: LockedSession): void {
  if (state !== 'scheduled') throw sessionNotScheduled(state);
}

/** Seats may change hands until the beginning. @throws DomainError "session-started", and as `requireScheduled` */
export function requireToCome(session: LockedSession, now: Date): void {
  requireScheduled(session);
  if (now >= session.startsAt) throw sessionStarted(session);
}

/**
 * @param late HR may still nominate when applications are over
 * @throws DomainError "course-withdrawn", "applications-closed", and as `requireToCome`
 */
export function requireOpen(session: LockedSession, now: Date, late = false): void {
  requireToCome(session, now);
  if (session.withdrawn) throw courseWithdrawn();
  if (!late && dateInJapan(now) > session.applyUntil) throw applicationsClosed(session.applyUntil);
}

/** Whether an application is taken now. */
export function isOpen(session: LockedSession, now: Date): boolean {
  const { state, withdrawn, startsAt, applyUntil } = session;
  return state === 'scheduled' && !withdrawn && now < startsAt && dateInJapan(now) <= applyUntil;
}

/** @throws DomainError "session-times", "session-past", "apply-until-late" */
export function requirePlausible({ startsAt, endsAt, applyUntil }: SessionPlan, now: Date): void {
  if (startsAt >= endsAt) throw sessionTimesWrong();
  if (startsAt <= now) throw sessionPast();
  const startDay = dateInJapan(startsAt);
  if (applyUntil > startDay) throw applyUntilLate(startDay);
}
