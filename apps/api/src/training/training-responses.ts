import type { EnrolmentResponse, TrainingSessionResponse } from '#contract';
import type { ListedEnrolment, ListedSession } from '#database';
import { isOpen } from './session-guards.js';

export function toSessionResponse(session: ListedSession, now: Date): TrainingSessionResponse {
  const { id, courseKey, course, programmeKey, programme, method, room, capacity, applyUntil, note, state } = session;
  return {
    ...{ id, courseKey, course, programmeKey, programme, method, room, capacity, applyUntil, note, state },
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    seated: session.seated,
    waiting: session.waiting,
    open: isOpen(session, now),
    own: ownPlace(session),
  };
}

function ownPlace({ ownId, ownPlace: place, ownApproval, ownLine }: ListedSession): TrainingSessionResponse['own'] {
  if (ownId === null || place === null || ownApproval === null) return null;
  return { enrolmentId: ownId, place, approval: ownApproval, line: ownLine };
}

/** @param department the way down to it, "総務部 人事課" */
export function toEnrolmentResponse(enrolment: ListedEnrolment, department: string): EnrolmentResponse {
  const { departmentCode: _, requestedAt, ...rest } = enrolment;
  return { ...rest, department, requestedAt: requestedAt.toISOString() };
}
