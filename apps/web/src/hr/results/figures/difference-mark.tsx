import type { Difference } from '../../../api-client/types.js';
import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { signedText } from '../view/signed-text.js';

interface DifferenceMarkProps {
  readonly difference: Difference | undefined;
  readonly against: 'rest' | 'previous';
}

const SYMBOL = { higher: '▲', lower: '▼' } as const;

/** ▲ or ▼ with the figure where the difference is significant, 明確な差なし where it is not, a dash where nothing was compared. */
export function DifferenceMark({ difference, against }: DifferenceMarkProps) {
  const messages = useMessages(statisticsMessages);
  if (!difference) return <>—</>;
  const { direction } = difference;
  if (direction === 'unclear') return <span className="change change--unclear">{messages.unclear}</span>;
  return (
    <span className={`change change--${direction}`}>
      <span aria-hidden="true">{SYMBOL[direction]} </span>
      <span className="visually-hidden">{messages.spoken[against][direction]} </span>
      {signedText(difference.difference)}
    </span>
  );
}
