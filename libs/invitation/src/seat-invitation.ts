import type { Approval } from '#survey-model';
import type { Invitation } from './invitation.js';

/** A seat in a session, with what an entry says of it. */
export interface InvitedSeat {
  readonly enrolmentId: string;
  /** Of the session. */
  readonly revision: number;
  readonly approval: Approval;
  readonly courseName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: string;
  readonly note: string;
}

interface Occasion extends Pick<Invitation, 'mail'> {
  /** The seat is gone. */
  readonly cancelled: boolean;
  /** Page of the person's training. */
  readonly url: string;
  readonly now: Date;
}

/** A seat as a calendar entry, the same wherever it comes from: tentative until the head has decided. */
export function seatInvitation(seat: InvitedSeat, { cancelled, url, mail, now }: Occasion): Invitation {
  const { enrolmentId, revision, approval, courseName, startsAt, endsAt, room, note } = seat;
  return {
    enrolmentId,
    revision,
    state: cancelled ? 'cancelled' : approval === 'pending' ? 'tentative' : 'confirmed',
    title: `【研修】${courseName}`,
    startsAt,
    endsAt,
    room,
    description: note,
    url,
    mail,
    stampedAt: now,
  };
}
