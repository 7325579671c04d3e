import type { KeyObject } from 'node:crypto';
import type { Ticket } from '#ballot';
import { openTicketKey, verifyTicket } from '#ballot/server';
import type { BallotBoxRepository } from '#database/ballot';

interface SurveyKeys {
  readonly online: KeyObject;
  readonly paper: KeyObject | null;
}

/** Which of a survey's keys signed the ticket; null for none of them. */
export type TicketKind = 'online' | 'paper' | null;

/** The public keys of the announced surveys, parsed once. They may be kept for good: the box never lets a survey's keys change. */
export class TicketKeyRing {
  private readonly known = new Map<string, SurveyKeys>();

  constructor(private readonly box: BallotBoxRepository) {}

  /** null when the survey was never announced. */
  async findKeys(surveyId: string): Promise<SurveyKeys | null> {
    const known = this.known.get(surveyId);
    if (known) return known;
    const survey = await this.box.findSurvey(surveyId);
    if (!survey) return null;
    const keys = {
      online: openTicketKey(survey.ticketPublicKey),
      paper: survey.paper && openTicketKey(survey.paper.ticketPublicKey),
    };
    this.known.set(surveyId, keys);
    return keys;
  }
}

/** Paper first: a city that signs both with one key means all its tickets to last as long as the paper ones. */
export function ticketKind(keys: SurveyKeys, ticket: Ticket): TicketKind {
  if (keys.paper && verifyTicket(keys.paper, ticket)) return 'paper';
  return verifyTicket(keys.online, ticket) ? 'online' : null;
}
