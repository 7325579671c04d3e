/** One screen of answering. `question` counts from 0. */
export type Step =
  | { readonly name: 'intro' | 'code' | 'attributes' | 'confirm' }
  | { readonly name: 'question'; readonly question: number };

const NAMED = ['code', 'attributes', 'confirm'] as const;

export function stepToHash(step: Step): string {
  return step.name === 'question' ? `#q${step.question + 1}` : `#${step.name}`;
}

/** The step that a hash names; the start for anything else, or for a question that the form does not have. */
export function stepOf(hash: string, questions: number): Step {
  const named = NAMED.find((name) => hash === `#${name}`);
  if (named) return { name: named };
  const number = Number(/^#q([1-9]\d{0,3})$/.exec(hash)?.[1] ?? 0);
  return number >= 1 && number <= questions ? { name: 'question', question: number - 1 } : { name: 'intro' };
}
