import { openBallot, validateBallotContent, type BallotForm, type TallyPrivateKey } from '#ballot';
import type { SealedBallot } from '#database/ballot';
import type { TallyBook } from '#scoring';
import { DomainError, type BallotContent } from '#survey-model';

/**
 * Opens a batch of sealed ballots and counts them. What was answered stays in this function: it is not returned, stored or logged.
 * @returns how many could be counted; one that cannot be read as answers to this survey is rejected whole, and nothing is guessed
 */
export async function countBallots(
  book: TallyBook,
  key: TallyPrivateKey,
  batch: readonly SealedBallot[],
  form: BallotForm,
): Promise<number> {
  const contents = await Promise.all(batch.map((ballot) => open(key, ballot, form)));
  let counted = 0;
  for (const content of contents) {
    if (!content) continue;
    book.add(content);
    counted += 1;
  }
  return counted;
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
