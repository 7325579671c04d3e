import { findReceipt, merkleRoot, readReceipt, splitLeaves } from '#ballot';
import { getLeaves } from '../answer/ballot-door.js';

/** Where a receipt stands: in the published list, not in it, or the list is not the one whose root was published. */
export type CheckOutcome = 'found' | 'missing' | 'broken';

/**
 * Fetches the whole list without cookies and looks in it here, so that nobody learns which receipt was looked for; the root is computed
 * again from what came.
 * @param publishedRoot hexadecimal
 * @throws DomainError "receipt-wrong", ApiProblem
 */
export async function checkReceipt(surveyId: string, receipt: string, publishedRoot: string): Promise<CheckOutcome> {
  const leaf = readReceipt(receipt);
  const list = await getLeaves(surveyId);
  const root = await merkleRoot(splitLeaves(list));
  if (hexOf(root) !== publishedRoot) return 'broken';
  return findReceipt(list, leaf) ? 'found' : 'missing';
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
