import type { CastRequest, OwnTicket, PendingTicket } from '#ballot';
import { questionsOf, type Answer, type BallotContent, type DeclaredAttributes, type SurveyForm } from '#survey-model';

export type AnswerLayout = 'one' | 'all';

/**
 * All that the browser keeps of one person's answering, so that a reload, a closed tab or a lost reply costs nothing.
 *
 * draft 下書き: being filled in. waiting 送信待ち: the ballot is frozen, and the same bytes are sent until the collector acknowledges.
 * accepted 受付済み: in the box, and the answers are gone from the browser; on a shared PC nothing at all is kept then.
 */
export type AnswerRecord = DraftRecord | WaitingRecord | AcceptedRecord;

/** Made and kept before anything is sent: another ticket would be refused, so these must survive everything. */
export interface KeptTicket {
  readonly recoveryCode: string;
  readonly pending: PendingTicket;
  /** null until the identified side has signed. */
  readonly own: OwnTicket | null;
}

interface Answering extends KeptTicket {
  /** Of the next cast, from 1. */
  readonly revision: number;
  /** A shared PC: nothing is left behind once the ballot is in the box. */
  readonly shared: boolean;
  /** Whether the person has been shown the recovery code. */
  readonly codeSeen: boolean;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly attributes: DeclaredAttributes;
  readonly layout: AnswerLayout;
}

export interface DraftRecord extends Answering {
  readonly phase: 'draft';
}

export interface WaitingRecord extends Answering {
  readonly phase: 'waiting';
  readonly cast: CastRequest;
}

export interface AcceptedRecord extends KeptTicket {
  readonly phase: 'accepted';
  readonly shared: boolean;
  /** null where another device had sent a newer version. */
  readonly receipt: string | null;
  /** Whether the identified side has stored that this person is done. */
  readonly marked: boolean;
}

export function newDraft(ticket: KeptTicket, attributes: DeclaredAttributes, shared: boolean): DraftRecord {
  return {
    ...ticket,
    phase: 'draft',
    revision: 1,
    shared,
    codeSeen: false,
    answers: {},
    attributes,
    layout: 'one',
  };
}

/** A draft of what lies in the box already, to be sent as the next revision. */
export function draftOfCopy(
  ticket: KeptTicket,
  content: Pick<BallotContent, 'answers' | 'attributes'>,
  revision: number,
  shared: boolean,
): DraftRecord {
  const { answers, attributes } = content;
  return { ...newDraft(ticket, attributes, shared), answers, revision: revision + 1, codeSeen: true };
}

/** Sets one answer; undefined takes it back to a blank. */
export function withAnswer(draft: DraftRecord, code: string, answer: Answer | undefined): DraftRecord {
  const rest = Object.fromEntries(Object.entries(draft.answers).filter(([known]) => known !== code));
  return { ...draft, answers: answer === undefined ? rest : { ...rest, [code]: answer } };
}

/**
 * Takes what was answered off the browser. The ticket stays: the identified side signs one a person, so without it and without the
 * recovery code nothing could be cast any more.
 */
export function withoutAnswers(draft: DraftRecord): DraftRecord {
  return { ...draft, answers: {}, attributes: {} };
}

/** Where to go on, from 0: the first question that was neither answered nor withheld, the first of all when none is left. */
export function firstBlank(form: Pick<SurveyForm, 'questionnaire'>, record: AnswerRecord | null): number {
  if (record?.phase !== 'draft') return 0;
  return Math.max(
    0,
    questionsOf(form.questionnaire).findIndex(({ code }) => record.answers[code] === undefined),
  );
}

export function freeze(draft: DraftRecord, cast: CastRequest): WaitingRecord {
  return { ...draft, phase: 'waiting', cast };
}

/** Back to a draft, when the collector refused the ballot for good. */
export function thaw({ cast: _cast, ...waiting }: WaitingRecord): DraftRecord {
  return { ...waiting, phase: 'draft' };
}

/** The answers go; what it takes to correct them later stays. */
export function accept(waiting: WaitingRecord, receipt: string | null): AcceptedRecord {
  const { recoveryCode, pending, own, shared } = waiting;
  return { phase: 'accepted', recoveryCode, pending, own, shared, receipt, marked: false };
}
