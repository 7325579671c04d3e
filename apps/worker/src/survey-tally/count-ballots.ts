import { unpackBallot, validateBallotContent, type BallotForm } from '#ballot';
import type { TallyBook } from '#scoring';
import { DomainError } from '#survey-model';

/**
 * Opens one sealed ballot and counts it. What was answered stays in this function: it is not returned, stored or logged.
 * @returns whether it could be counted; one that cannot be read as answers to this survey is rejected whole, and nothing is guessed
 */
export function countBallot(book: TallyBook, sealed: Uint8Array, form: BallotForm): boolean {
  try {
    const { content } = validateBallotContent(unpackBallot(sealed), form);
    if (content) book.add(content);
    return content !== null;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
