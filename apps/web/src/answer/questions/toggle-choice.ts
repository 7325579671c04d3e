import type { Answer, MultipleChoiceQuestion } from '#survey-model';

/** The keys ticked so far; 答えない and a blank are none. */
export function chosenKeys(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? answer.filter((key) => typeof key === 'string') : [];
}

/** Whether no further option may be ticked. */
export function isFull({ maxChoices }: MultipleChoiceQuestion, answer: Answer | undefined): boolean {
  return maxChoices !== undefined && chosenKeys(answer).length >= maxChoices;
}

/** Ticks or unticks one option, in the order of the form; none left is a blank. A tick above the limit changes nothing. */
export function toggleChoice(
  question: MultipleChoiceQuestion,
  answer: Answer | undefined,
  key: string,
): Answer | undefined {
  const chosen = chosenKeys(answer);
  const ticked = chosen.includes(key);
  if (!ticked && isFull(question, answer)) return answer;
  const next = question.options.map((option) => option.key).filter((k) => (k === key ? !ticked : chosen.includes(k)));
  return next.length === 0 ? undefined : next;
}
