import type { Answer, Question } from '#survey-model';

export interface AnswerProps<Q extends Question = Question> {
  readonly question: Q;
  /** undefined is a blank, null 答えない. */
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | undefined) => void;
  /** Tells apart two showings of one question, such as a preview beside the page. */
  readonly name: string;
}
