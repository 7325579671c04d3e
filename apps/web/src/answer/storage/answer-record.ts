import { makeTicketRequest, type Ticket, type TicketRequest } from '#ballot';
import { questionsOf, type Answer, type DeclaredAttributes, type SurveyForm } from '#survey-model';

export type AnswerLayout = 'one' | 'all';

/**
 * All that the browser keeps of one person's answering, so that a reload, a closed tab or a lost reply costs nothing.
 *
 * draft 下書き: being filled in. waiting 送信待ち: the ballot is frozen, and the same bytes are sent until the collector acknowledges.
 * accepted 受付済み: in the box; only the mark "done" may still be on its way, and the answers are gone from the browser.
 */
export type AnswerRecord = DraftRecord | WaitingRecord | { readonly phase: 'accepted' };

export interface DraftRecord {
  readonly phase: 'draft';
  /** Made and kept before it is sent: another message would be refused, so it must survive everything. */
  readonly request: TicketRequest;
  readonly ticket: Ticket | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly attributes: DeclaredAttributes;
  readonly layout: AnswerLayout;
}

export interface WaitingRecord extends Omit<DraftRecord, 'phase' | 'ticket'> {
  readonly phase: 'waiting';
  readonly ticket: Ticket;
  /** The packed ballot, base64url. */
  readonly ballot: string;
}

export function newDraft(attributes: DeclaredAttributes): DraftRecord {
  return { phase: 'draft', request: makeTicketRequest(), ticket: null, answers: {}, attributes, layout: 'one' };
}

/** Sets one answer; undefined takes it back to a blank. */
export function withAnswer(draft: DraftRecord, code: string, answer: Answer | undefined): DraftRecord {
  const rest = Object.fromEntries(Object.entries(draft.answers).filter(([known]) => known !== code));
  return { ...draft, answers: answer === undefined ? rest : { ...rest, [code]: answer } };
}

/**
 * Takes what was answered off the browser. The ticket stays: the identified side signs one message a person, so without it nothing
 * could be cast any more.
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

export function freeze(draft: DraftRecord, ticket: Ticket, ballot: string): WaitingRecord {
  return { ...draft, phase: 'waiting', ticket, ballot };
}

/** Back to a draft, when the collector refused the ballot for good. */
export function thaw({ request, ticket, answers, attributes, layout }: WaitingRecord): DraftRecord {
  return { phase: 'draft', request, ticket, answers, attributes, layout };
}
