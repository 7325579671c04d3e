import type { FreeTextQuestion } from '#survey-model';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import type { AnswerProps } from './answer-props.js';

interface FreeTextAnswerProps extends AnswerProps<FreeTextQuestion> {
  /** The question's text, as the control's name. */
  readonly labelledBy: string;
}

export function FreeTextAnswer({ question, answer, onAnswer, name, labelledBy }: FreeTextAnswerProps) {
  const messages = useMessages(answerMessages);
  const text = typeof answer === 'string' ? answer : '';
  const length = Array.from(text).length;
  return (
    <>
      <p className="question__hint">{messages.freeTextHint}</p>
      <textarea
        className="input"
        rows={6}
        value={text}
        aria-labelledby={labelledBy}
        aria-describedby={`${name}-length`}
        aria-invalid={length > question.maxLength || undefined}
        onChange={(event) => onAnswer(event.target.value === '' ? undefined : event.target.value)}
      />
      <p id={`${name}-length`} className={length > question.maxLength ? 'field__error' : 'muted'}>
        {messages.length(length, question.maxLength)}
      </p>
    </>
  );
}
