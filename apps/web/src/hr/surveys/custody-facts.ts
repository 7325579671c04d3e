import type { SurveyDetail } from '../../api-client/types.js';
import { formatCount, formatDate, formatInstant } from '../../language/format-date.js';
import type { Language } from '../../language/language.js';
import type { surveyJa } from '../../messages/ja/survey.js';

/** Who opens the box, when everything is destroyed, and once it is known how many tickets and ballots there are. Label and value. */
export function custodyFacts(
  survey: SurveyDetail,
  messages: typeof surveyJa,
  language: Language,
): (readonly [string, string])[] {
  const { custody, destroyOn, destroyedAt, tickets, exceptions, ballots, responseRate, merkleRoot } = survey;
  const destruction =
    destroyedAt === null
      ? messages.destroyFact(formatDate(destroyOn, language))
      : messages.destroyedFact(formatInstant(destroyedAt, language));
  const facts: (readonly [string, string])[] = [
    [messages.custodyLabel, messages.custodyShort[custody]],
    [messages.destroyLabel, destruction],
  ];
  if (survey.ticketKeyFingerprint) facts.push([messages.ticketKeyLabel, survey.ticketKeyFingerprint]);
  if (survey.tallyKeyFingerprint) facts.push([messages.tallyKeyLabel, survey.tallyKeyFingerprint]);
  if (tickets !== null) facts.push([messages.ticketsLabel, messages.ticketsFact(formatCount(tickets), exceptions)]);
  if (ballots !== null)
    facts.push([messages.ballotsLabel, messages.ballotsFact(formatCount(ballots), responseRate ?? '—')]);
  if (merkleRoot !== null) facts.push([messages.rootLabel, merkleRoot]);
  return facts;
}
