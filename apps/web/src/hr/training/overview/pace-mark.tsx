import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';
import { paceOf, type Pace } from './pace.js';

const SYMBOL: Readonly<Record<Pace, string>> = { reached: '✓', behind: '▼' };

interface PaceMarkProps {
  readonly actual: number;
  readonly target: number;
}

/** Reached or still to go, as symbol and words. */
export function PaceMark({ actual, target }: PaceMarkProps) {
  const messages = useMessages(trainingMessages);
  const pace = paceOf(actual, target);
  return (
    <span className={`pace pace--${pace}`}>
      <span aria-hidden="true">{SYMBOL[pace]}</span>{' '}
      {pace === 'reached' ? messages.reached : messages.behind(target - actual)}
    </span>
  );
}
