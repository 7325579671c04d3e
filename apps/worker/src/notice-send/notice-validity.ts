import type { NoticeForSending, NoticeSeat } from '#database';
import type { NoticeKind } from '#survey-model';

/** Whether the seat is as the notice says. Ended sessions and lost seats are nothing to be told of any more. */
const STILL_TRUE: Readonly<Record<Exclude<NoticeKind, 'letter' | 'completed'>, (seat: NoticeSeat) => boolean>> = {
  seated: ({ place }) => place === 'seated',
  waiting: ({ place }) => place === 'waiting',
  'moved-up': ({ place }) => place === 'seated',
  nominated: ({ place }) => place !== 'cancelled',
  approved: ({ place, approval }) => place !== 'cancelled' && approval === 'approved',
  declined: ({ approval }) => approval === 'declined',
  cancelled: ({ place }) => place === 'cancelled',
  'session-changed': ({ place }) => place !== 'cancelled',
  'session-cancelled': () => true,
  reminder: ({ place }) => place === 'seated',
  'approval-asked': ({ place, approval }) => place !== 'cancelled' && approval === 'pending',
};

/**
 * Whether what the notice says is no longer so, or nobody is there to be told: it is then not sent, and another notice has been or
 * will be written about what took its place. @param now for sessions that have begun
 */
export function isOutdated(notice: NoticeForSending, now: Date): boolean {
  const { kind, seat } = notice;
  if (!notice.person?.serves) return true;
  if (kind === 'letter') return false;
  if (kind === 'completed') return seat !== null && seat.completed !== true;
  if (!seat || seat.startsAt <= now || !STILL_TRUE[kind](seat)) return true;
  if (kind === 'reminder' && notice.subject !== String(seat.revision)) return true;
  return (seat.sessionState === 'cancelled') !== (kind === 'session-cancelled') && kind !== 'cancelled';
}
