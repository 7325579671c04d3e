import type { ScaleQuestion } from '#survey-model';
import type { AnswerProps } from './answer-props.js';
import { ChoiceTile } from './choice-tile.js';
import { WithholdTile } from './withhold-tile.js';

export function ScaleAnswer({ question, answer, onAnswer, name }: AnswerProps<ScaleQuestion>) {
  const { min, max, labels } = question.scale;
  const options = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return (
    <>
      <div className={options.length <= 7 ? 'tiles tiles--row' : 'tiles'}>
        {options.map((option, index) => (
          <ChoiceTile
            key={option}
            type="radio"
            name={name}
            checked={answer === option}
            onChange={() => onAnswer(option)}
          >
            <span className="tile__number">{option}</span>
            {labels?.[index] && <span>{labels[index]}</span>}
          </ChoiceTile>
        ))}
      </div>
      <WithholdTile type="radio" name={name} answer={answer} onAnswer={onAnswer} />
    </>
  );
}
