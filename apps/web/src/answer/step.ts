/** One screen of answering. `question` counts from 0. */
export type Step =
  { readonly name: 'intro' | 'attributes' | 'confirm' } | { readonly name: 'question'; readonly question: number };

export function stepToHash(step: Step): string {
  return step.name === 'question' ? `#q${step.question + 1}` : `#${step.name}`;
}

/** The step that a hash names; the start for anything else, or for a question that the form does not have. */
export function stepOf(hash: string, questions: number): Step {
  if (hash === '#attributes' || hash === '#confirm') return { name: hash === '#confirm' ? 'confirm' : 'attributes' };
  const number = Number(/^#q([1-9]\d{0,3})$/.exec(hash)?.[1] ?? 0);
  return number >= 1 && number <= questions ? { name: 'question', question: number - 1 } : { name: 'intro' };
}
