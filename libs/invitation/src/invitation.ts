import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator';

/** A name to show and one address. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A seat in a session, as a calendar entry. */
export interface Invitation {
  /** Names the entry for ever: the same one again replaces it in the calendar. */
  readonly enrolmentId: string;
  /** Grows with every change of the session (iCalendar SEQUENCE). */
  readonly revision: number;
  /** cancelled: takes the entry out of the calendar. tentative: the seat waits for a decision. */
  readonly state: 'confirmed' | 'tentative' | 'cancelled';
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: string;
  readonly description: string;
  /** Page about it, or null. */
  readonly url: string | null;
  /** Who invites, and who is invited; null for a file that the person takes from a page. */
  readonly mail: { readonly organiser: MailAddress; readonly attendee: MailAddress } | null;
  /** When this copy was made: of two with the same revision, calendars keep the later. */
  readonly stampedAt: Date;
}

export const CALENDAR_METHODS = ['REQUEST', 'CANCEL', 'PUBLISH'] as const;
export type CalendarMethod = (typeof CALENDAR_METHODS)[number];

const DAY_SECONDS = 86_400;

/** How calendars are to take the entry (RFC 5546). Without an organiser nothing can be asked or called off: it is only shown. */
export function methodOf({ state, mail }: Pick<Invitation, 'state' | 'mail'>): CalendarMethod {
  if (!mail) return 'PUBLISH';
  return state === 'cancelled' ? 'CANCEL' : 'REQUEST';
}

/**
 * One calendar entry as an iCalendar file (RFC 5545): UTF-8, lines of at most 75 octets ending in CRLF, reminder a day before.
 *
 * Times are written in UTC ("…Z"), which every calendar shows in the reader's own zone: Japan has kept one offset since 1951, and
 * entries with TZID would have to carry the zone's table.
 */
export function buildInvitation(invitation: Invitation): string {
  const calendar = ical({
    prodId: { company: 'Nobinobi', product: 'Training', language: 'JA' },
    method: ICalCalendarMethod[methodOf(invitation)],
    events: [eventOf(invitation)],
  });
  return `${calendar.toString().replace(/\r\n$/, '')}\r\n`;
}

function eventOf(invitation: Invitation): ICalEventData {
  const { enrolmentId, revision, state, startsAt, endsAt, url, mail, stampedAt } = invitation;
  const title = plain(invitation.title);
  return {
    id: `${enrolmentId}@nobinobi`,
    sequence: revision,
    stamp: stampedAt,
    start: startsAt,
    end: endsAt,
    summary: title,
    location: plain(invitation.room) || null,
    description: plainLines(invitation.description),
    url: url === null ? null : plain(url),
    status: STATUSES[state],
    ...(mail && {
      organizer: { name: quotable(mail.organiser.name) || mail.organiser.address, email: mail.organiser.address },
      attendees: [
        {
          name: quotable(mail.attendee.name) || mail.attendee.address,
          email: mail.attendee.address,
          role: ICalAttendeeRole.REQ,
          status: ICalAttendeeStatus.ACCEPTED,
          rsvp: false,
        },
      ],
    }),
    alarms: state === 'cancelled' ? [] : [{ type: ICalAlarmType.display, trigger: DAY_SECONDS, description: title }],
  };
}

const STATUSES = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** One line: the library escapes line feeds, but not the other characters that readers may take for the end of a line. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function plainLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(plain)
    .join('\n');
}

/** Names stand in quotes, in which iCalendar knows no escape for a quote. */
function quotable(name: string): string {
  return plain(name).replaceAll('"', '”').replaceAll('\\', '＼');
}
