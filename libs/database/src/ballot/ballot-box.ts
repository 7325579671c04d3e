import type { Custody, SurveyForm } from '#survey-model';

/** Paper: tickets signed by a key of their own, which may be spent until a later instant than the others. */
export interface PaperWindow {
  readonly ticketPublicKey: string;
  readonly closesAt: Date;
}

/** What the identified side tells the anonymous side about a survey. */
export interface SurveyAnnouncement {
  readonly form: SurveyForm;
  /** SubjectPublicKeyInfo in DER, base64. */
  readonly ticketPublicKey: string;
  /** Uncompressed P-256 point, base64: ballots are sealed to it. */
  readonly tallyPublicKey: string;
  readonly custody: Custody;
  /** First instant at which ballots are refused. */
  readonly closesAt: Date;
  readonly paper: PaperWindow | null;
  /** First day, "YYYY-MM-DD", on which ballots and serials may be destroyed. */
  readonly destroyOn: string;
}

export interface AnnouncedSurvey extends SurveyAnnouncement {
  readonly surveyId: string;
  /** Set by the close before the tally, and never taken back. */
  readonly closed: boolean;
  readonly destroyed: boolean;
}

export interface NewBallot {
  readonly surveyId: string;
  /** SHA-256 of the ticket's prepared message, 32 bytes. */
  readonly serial: Uint8Array;
  /** From 1; the highest counts. */
  readonly revision: number;
  /** 16,384 bytes. */
  readonly sealed: Uint8Array;
  /** 16,384 bytes. */
  readonly copy: Uint8Array;
  /** Whether the ticket was signed by the paper key. */
  readonly paper: boolean;
}

/**
 * stored: now in the box. replaced: in the place of an earlier revision. already-stored: the same bytes were there. older-revision: a
 * newer one is there, or other bytes of the same. closed: too late. unknown-survey: never announced. malformed: wrong size.
 */
export type CastOutcome =
  'stored' | 'replaced' | 'already-stored' | 'older-revision' | 'closed' | 'unknown-survey' | 'malformed';

export interface OwnBallot {
  readonly revision: number;
  /** SHA-256 of the sealed ballot. */
  readonly sealedDigest: Buffer;
  readonly copy: Buffer;
}

export interface SealedBallot {
  readonly serial: Buffer;
  readonly sealed: Buffer;
}

export interface LeafList {
  readonly root: Buffer;
  /** 32 bytes each, sorted, one after the other. */
  readonly leaves: Buffer;
  readonly ballots: number;
  /** Issued in all, online and paper; `exceptions` of them to somebody who had one already. */
  readonly tickets: number;
  readonly exceptions: number;
}
