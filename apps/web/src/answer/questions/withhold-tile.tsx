import type { Answer } from '#survey-model';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { ChoiceTile } from './choice-tile.js';

interface WithholdTileProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | undefined) => void;
}

/** 答えない: an answer of its own, counted as missing. */
export function WithholdTile({ type, name, answer, onAnswer }: WithholdTileProps) {
  const messages = useMessages(answerMessages);
  return (
    <ChoiceTile
      type={type}
      name={name}
      checked={answer === null}
      onChange={(checked) => onAnswer(checked ? null : undefined)}
      quiet
    >
      {messages.withhold}
    </ChoiceTile>
  );
}
