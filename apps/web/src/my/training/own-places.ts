import type { MyEnrolment } from '../../api-client/training-people.js';

/** What became of an application that is no longer open. */
export type PastOutcome =
  'called-off' | 'declined' | 'given-back' | 'no-seat' | 'completed' | 'absent' | 'not-completed' | 'unsettled';

export interface OwnPlaces {
  /** A seat, or a place in the line, of sessions that have not ended: the next one first. */
  readonly current: readonly MyEnrolment[];
  /** All others, the latest session first. */
  readonly past: readonly MyEnrolment[];
}

export function splitPlaces(enrolments: readonly MyEnrolment[], now: Date): OwnPlaces {
  const byStart = [...enrolments].sort(
    (one, other) => Date.parse(one.session.startsAt) - Date.parse(other.session.startsAt),
  );
  const isCurrent = ({ enrolment, session }: MyEnrolment): boolean =>
    enrolment.place !== 'cancelled' && session.state === 'scheduled' && Date.parse(session.endsAt) > now.getTime();
  return {
    current: byStart.filter(isCurrent),
    past: byStart.filter((each) => !isCurrent(each)).reverse(),
  };
}

export function pastOutcomeOf({ enrolment, session }: MyEnrolment): PastOutcome {
  if (session.state === 'cancelled') return 'called-off';
  if (enrolment.approval === 'declined') return 'declined';
  if (enrolment.place === 'cancelled') return 'given-back';
  if (enrolment.place === 'waiting') return 'no-seat';
  if (enrolment.completed === true) return 'completed';
  if (enrolment.attendance === 'absent') return 'absent';
  return session.state === 'closed' ? 'not-completed' : 'unsettled';
}
