import type { Answer, Question } from '#survey-model';

/** What a person answered, in the form's words; null for a blank and for 答えない. */
export function answerText(question: Question, answer: Answer | undefined): string | null {
  if (answer === undefined || answer === null) return null;
  if (question.type === 'scale') {
    const label = question.scale.labels?.[Number(answer) - question.scale.min];
    return label ? `${String(answer)} ${label}` : String(answer);
  }
  if (question.type === 'free-text') return String(answer);
  const keys = Array.isArray(answer) ? answer : [answer];
  return question.options
    .filter((option) => keys.includes(option.key))
    .map((option) => option.text)
    .join('、');
}
