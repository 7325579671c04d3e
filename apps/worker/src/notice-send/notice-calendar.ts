import type { NoticeForSending } from '#database';
import type { Invitation, MailAddress } from '#invitation';
import type { NoticeKind } from '#survey-model';
import { PAGES } from './notice-text.js';

const INVITING: readonly NoticeKind[] = ['seated', 'moved-up', 'nominated', 'approved', 'session-changed', 'reminder'];
const CALLING_OFF: readonly NoticeKind[] = ['declined', 'cancelled', 'session-cancelled'];

export interface CalendarContext {
  readonly organiser: MailAddress;
  readonly attendee: MailAddress;
  readonly publicUrl: string;
  readonly now: Date;
}

/** The calendar entry that goes with a notice; null where the mail changes nothing in a calendar, as for those who wait. */
export function noticeInvitation(notice: NoticeForSending, context: CalendarContext): Invitation | null {
  const { kind, seat, enrolmentId } = notice;
  if (!seat || enrolmentId === null) return null;
  const off = CALLING_OFF.includes(kind);
  if (!off && !(INVITING.includes(kind) && seat.place === 'seated')) return null;
  const { revision, startsAt, endsAt, room, note } = seat;
  return {
    enrolmentId,
    revision,
    state: off ? 'cancelled' : seat.approval === 'pending' ? 'tentative' : 'confirmed',
    title: `【研修】${seat.courseName}`,
    startsAt,
    endsAt,
    room,
    description: note,
    url: `${context.publicUrl}${PAGES.training}`,
    mail: { organiser: context.organiser, attendee: context.attendee },
    stampedAt: context.now,
  };
}
