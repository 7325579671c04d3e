import { useState } from 'react';
import type { MyEnrolment } from '../../api-client/training-people.js';
import { EmptyState } from '../../components/empty-state.js';
import { useMessages } from '../../language/language.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';
import { OutcomeLine, type Outcome } from '../../training/outcome-line.js';
import { PendingCard } from './pending-card.js';

interface PendingListProps {
  readonly pending: readonly MyEnrolment[];
  readonly onDecided: () => void;
}

/** Applications that wait for the head's word, and what was said last. */
export function PendingList({ pending, onDecided }: PendingListProps) {
  const messages = useMessages(unitTrainingMessages);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <>
      <OutcomeLine outcome={outcome} />
      {pending.length === 0 && <EmptyState title={messages.noneToDecide} />}
      <ul className="plain-list pending-list">
        {pending.map((each) => (
          <li key={each.enrolment.id}>
            <PendingCard
              pending={each}
              onDecided={(title) => {
                setOutcome({ title, more: messages.told });
                onDecided();
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
