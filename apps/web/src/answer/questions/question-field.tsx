import { useId, useRef, type KeyboardEvent } from 'react';
import type { Question } from '#survey-model';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import type { AnswerProps } from './answer-props.js';
import { answerByKey } from './answer-by-key.js';
import { FreeTextAnswer } from './free-text-answer.js';
import { MultipleChoiceAnswer } from './multiple-choice-answer.js';
import { ScaleAnswer } from './scale-answer.js';
import { SingleChoiceAnswer } from './single-choice-answer.js';

interface QuestionFieldProps extends Omit<AnswerProps, 'name'> {
  /** Counted from 1 over the whole form. */
  readonly number: number;
  readonly level: 1 | 2 | 3;
}

/** One question with its options. Digits choose the option of that number. */
export function QuestionField({ question, answer, onAnswer, number, level }: QuestionFieldProps) {
  const messages = useMessages(answerMessages);
  const name = useId();
  const headingId = `${name}-text`;
  const element = useRef<HTMLFieldSetElement>(null);
  const Heading = `h${level}` as const;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = answerByKey(question, answer, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onAnswer(next.answer);
    // A digit is a choice made with the keyboard: the focus follows it, so that arrows go on from there.
    if (next.index !== null) element.current?.querySelectorAll('input')[next.index]?.focus();
  };

  return (
    <fieldset ref={element} className="question" onKeyDown={onKeyDown}>
      <legend className="question__legend">
        <Heading id={headingId} className="question__text" tabIndex={-1}>
          <span className="question__number">{messages.questionNumber(number)}</span>
          {question.text}
        </Heading>
      </legend>
      {question.type === 'multiple-choice' && (
        <p className="question__hint">{messages.chooseUpTo(question.maxChoices ?? question.options.length)}</p>
      )}
      <AnswerControl question={question} answer={answer} onAnswer={onAnswer} name={name} labelledBy={headingId} />
    </fieldset>
  );
}

interface AnswerControlProps extends AnswerProps<Question> {
  readonly labelledBy: string;
}

function AnswerControl({ question, labelledBy, ...props }: AnswerControlProps) {
  switch (question.type) {
    case 'scale':
      return <ScaleAnswer question={question} {...props} />;
    case 'single-choice':
      return <SingleChoiceAnswer question={question} {...props} />;
    case 'multiple-choice':
      return <MultipleChoiceAnswer question={question} {...props} />;
    case 'free-text':
      return <FreeTextAnswer question={question} {...props} labelledBy={labelledBy} />;
  }
}
