import type { MailConfig } from '#config';
import type { NoticeForSending } from '#database';
import { buildInvitation, methodOf } from '#invitation';
import type { SendMailOptions } from 'nodemailer';
import { noticeInvitation } from './notice-calendar.js';
import { oneLine } from './notice-lines.js';
import { noticeText } from './notice-text.js';

/** One address and nothing else: no list, no comment, no quoted part. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;

export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/**
 * The mail of a notice. The same notice always has the same Message-ID: what is sent twice because a process died in between can be
 * told from two mails. @param to address of the person
 */
export function noticeMail(
  notice: NoticeForSending,
  to: string,
  from: MailConfig['from'],
  publicUrl: string,
  now: Date,
): SendMailOptions {
  const { subject, body } = noticeText(notice, publicUrl);
  const organiser = { name: oneLine(from.name || `${notice.organisation ?? ''} のびのび`), address: from.address };
  const attendee = { name: oneLine(notice.person?.name ?? ''), address: to };
  const invitation = noticeInvitation(notice, { organiser, attendee, publicUrl, now });
  return {
    messageId: `<${notice.id}@${from.address.split('@').at(-1) ?? 'localhost'}>`,
    date: now,
    from: organiser,
    to: attendee,
    subject,
    text: body,
    // No out-of-office reply, and none to it (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(invitation && { icalEvent: { method: methodOf(invitation), content: buildInvitation(invitation) } }),
  };
}
