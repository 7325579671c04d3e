import type { CellStatus } from '#survey-model';
import { useMessages } from '../../language/language.js';
import { resultMessages } from '../../messages/result.js';
import { ExplainedWord } from './explained-word.js';

export type HiddenReason = Exclude<CellStatus, 'published'>;

interface SuppressedMarkProps {
  readonly reason: HiddenReason;
  readonly minGroup: number;
  /** Smaller, for the cells of the heat table. */
  readonly short?: boolean;
}

/** 秘匿, with the reason. */
export function SuppressedMark({ reason, minGroup, short = false }: SuppressedMarkProps) {
  const messages = useMessages(resultMessages);
  return (
    <ExplainedWord
      word={short ? messages.suppressedShort : messages.suppressed[reason]}
      explanation={messages.suppressedReason[reason](minGroup)}
    />
  );
}
