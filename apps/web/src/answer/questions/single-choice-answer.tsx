import type { SingleChoiceQuestion } from '#survey-model';
import type { AnswerProps } from './answer-props.js';
import { ChoiceTile } from './choice-tile.js';
import { WithholdTile } from './withhold-tile.js';

export function SingleChoiceAnswer({ question, answer, onAnswer, name }: AnswerProps<SingleChoiceQuestion>) {
  return (
    <>
      <div className="tiles">
        {question.options.map(({ key, text }) => (
          <ChoiceTile key={key} type="radio" name={name} checked={answer === key} onChange={() => onAnswer(key)}>
            {text}
          </ChoiceTile>
        ))}
      </div>
      <WithholdTile type="radio" name={name} answer={answer} onAnswer={onAnswer} />
    </>
  );
}
