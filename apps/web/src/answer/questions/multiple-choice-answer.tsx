import type { MultipleChoiceQuestion } from '#survey-model';
import type { AnswerProps } from './answer-props.js';
import { ChoiceTile } from './choice-tile.js';
import { chosenKeys, isFull, toggleChoice } from './toggle-choice.js';
import { WithholdTile } from './withhold-tile.js';

export function MultipleChoiceAnswer({ question, answer, onAnswer, name }: AnswerProps<MultipleChoiceQuestion>) {
  const chosen = chosenKeys(answer);
  const full = isFull(question, answer);
  return (
    <>
      <div className="tiles">
        {question.options.map(({ key, text }) => (
          <ChoiceTile
            key={key}
            type="checkbox"
            name={name}
            checked={chosen.includes(key)}
            disabled={full && !chosen.includes(key)}
            onChange={() => onAnswer(toggleChoice(question, answer, key))}
          >
            {text}
          </ChoiceTile>
        ))}
      </div>
      <WithholdTile type="checkbox" name={name} answer={answer} onAnswer={onAnswer} />
    </>
  );
}
