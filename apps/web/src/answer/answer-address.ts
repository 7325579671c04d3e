/** What the address of the answer page says. */
export interface AnswerAddress {
  readonly surveyId: string;
  /** HR types in a paper answer. */
  readonly paper: boolean;
}

/** null when the address names no survey. */
export function answerAddress(search: string): AnswerAddress | null {
  const parameters = new URLSearchParams(search);
  const surveyId = parameters.get('survey');
  return surveyId ? { surveyId, paper: parameters.get('paper') === '1' } : null;
}

export function signInAddress(search: string): string {
  return `/signin?return=${encodeURIComponent(`/answer.html${search}`)}`;
}
