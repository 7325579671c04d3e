import type { NoticeForSending } from '#database';
import { seatInvitation, type Invitation, type MailAddress } from '#invitation';
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
  const { organiser, attendee, publicUrl, now } = context;
  return seatInvitation(
    { ...seat, enrolmentId },
    { cancelled: off, url: `${publicUrl}${PAGES.training}`, mail: { organiser, attendee }, now },
  );
}
