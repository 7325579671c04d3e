import type { Approval, EnrolmentPlace, NoticeKind, SessionState } from '#survey-model';

/**
 * waiting: not sent yet; `failure` says why where it was tried. outdated: no longer true when its turn came, so nobody was told.
 * failed: given up, `failure` says why.
 */
export const NOTICE_STATES = ['waiting', 'sent', 'no-address', 'no-server', 'outdated', 'failed'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Something one person is to be told. */
export interface NewNotice {
  readonly kind: NoticeKind;
  /** Who is told: the applicant; of "approval-asked" the head who decides. */
  readonly staffNumber: string;
  /** The seat it is about, also of "approval-asked"; null for letters and for completions without a session. */
  readonly enrolmentId: string | null;
  /**
   * Of a letter its subject line. Of a completion without a session "programme:key" or "course:key". Of a reminder the session's
   * revision. Else "".
   */
  readonly subject?: string;
  /** Of a letter HR's own words. Of "declined" the reason, of "cancelled" and "session-cancelled" too where there is one. Else "". */
  readonly body?: string;
}

/** A notice with everything that its mail may say, as it is now. */
export interface NoticeForSending extends Required<NewNotice> {
  readonly id: string;
  readonly state: NoticeState;
  readonly createdAt: Date;
  readonly organisation: string | null;
  /** null: no such person. */
  readonly person: { readonly name: string; readonly email: string | null; readonly serves: boolean } | null;
  /** Name of the programme or course of a completion without a session. */
  readonly subjectName: string | null;
  readonly seat: NoticeSeat | null;
}

/** An enrolment with its session and course. */
export interface NoticeSeat {
  readonly place: EnrolmentPlace;
  readonly approval: Approval;
  readonly completed: boolean | null;
  /** Place in the line of those who wait, from 1; null for others. */
  readonly position: number | null;
  /** Who has the seat. */
  readonly staffName: string;
  readonly departmentName: string | null;
  readonly courseName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: string;
  readonly note: string;
  readonly sessionState: SessionState;
  readonly revision: number;
}

/** A notice on a page. */
export interface ListedNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly staffNumber: string;
  /** The course's name; "" where it is about none. */
  readonly course: string;
  readonly subject: string;
  readonly body: string;
  readonly state: NoticeState;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly failure: string | null;
}
