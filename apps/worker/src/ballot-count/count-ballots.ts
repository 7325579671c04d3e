import { openBallot, validateBallotContent, type BallotForm, type TallyPrivateKey } from '#ballot';
import type { SealedBallot } from '#database/ballot';
import { DomainError, type BallotContent } from '#survey-model';

/**
 * Opens a batch of sealed ballots and hands each to `take`. What was answered is neither stored nor logged.
 * @returns how many could be counted; one that cannot be read as answers to this survey is rejected whole, and nothing is guessed
 */
export async function countBallots(
  take: (content: BallotContent) => void,
  key: TallyPrivateKey,
  batch: readonly SealedBallot[],
  form: BallotForm,
): Promise<number> {
  const contents = await Promise.all(batch.map((ballot) => open(key, ballot, form)));
  const read = contents.filter((content) => content !== null);
  for (const content of read) take(content);
  return read.length;
}

async function open(
  key: TallyPrivateKey,
  { serial, sealed }: SealedBallot,
  form: BallotForm,
): Promise<BallotContent | null> {
  try {
    return validateBallotContent(await openBallot(key, form.surveyId, serial, sealed), form).content;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
