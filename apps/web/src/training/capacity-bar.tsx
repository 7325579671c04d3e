import { ProgressBar } from '../components/progress-bar.js';
import { formatCount } from '../language/format-date.js';
import { useMessages } from '../language/language.js';
import { trainingPlaceMessages } from '../messages/training-place.js';

interface CapacityBarProps {
  readonly seated: number;
  readonly capacity: number;
  readonly waiting: number;
  /** What it is the capacity of, for screen readers. */
  readonly of: string;
}

/** Seats taken of those there are, as bar and words, and how many wait. */
export function CapacityBar({ seated, capacity, waiting, of }: CapacityBarProps) {
  const messages = useMessages(trainingPlaceMessages);
  return (
    <div className="capacity">
      <ProgressBar label={messages.capacityOf(of)} value={seated} max={capacity} />
      <p className="capacity__words">
        {messages.seats(formatCount(seated), formatCount(capacity))}{' '}
        {seated >= capacity && <strong>{messages.full}</strong>}{' '}
        {waiting > 0 && <span className="capacity__waiting">{messages.waiting(formatCount(waiting))}</span>}
      </p>
    </div>
  );
}
