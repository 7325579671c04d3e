import type { MyEnrolment } from '../../api-client/training-people.js';
import { EmptyState } from '../../components/empty-state.js';
import { StateBadge } from '../../components/state-badge.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { myTrainingMessages } from '../../messages/my-training.js';
import { SessionWhen } from '../../training/session-when.js';
import { OwnPlaceCard } from './own-place-card.js';
import { pastOutcomeOf, splitPlaces } from './own-places.js';

interface OwnPlaceListProps {
  readonly enrolments: readonly MyEnrolment[];
  readonly onGivenBack: (course: string) => void;
}

/** Seats and places in lines; what is over stays folded away. */
export function OwnPlaceList({ enrolments, onGivenBack }: OwnPlaceListProps) {
  const messages = useMessages(myTrainingMessages);
  const { current, past } = splitPlaces(enrolments, new Date());
  return (
    <>
      {current.length === 0 ? (
        <EmptyState title={messages.noneMine}>
          <p>{messages.noneMineLead}</p>
        </EmptyState>
      ) : (
        <ul className="plain-list stack">
          {current.map((own) => (
            <li key={own.enrolment.id}>
              <OwnPlaceCard own={own} onGivenBack={() => onGivenBack(own.session.course)} />
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && <PastPlaces past={past} />}
    </>
  );
}

function PastPlaces({ past }: { readonly past: readonly MyEnrolment[] }) {
  const messages = useMessages(myTrainingMessages);
  return (
    <details className="disclosure disclosure--near">
      <summary>{messages.past(formatCount(past.length))}</summary>
      <ul className="plain-list past-places">
        {past.map((own) => (
          <li key={own.enrolment.id} className="past-place">
            <p>
              <strong>{own.session.course}</strong>{' '}
              <StateBadge tone={pastOutcomeOf(own) === 'completed' ? 'done' : 'neutral'}>
                {messages.pastOutcome[pastOutcomeOf(own)]}
              </StateBadge>
            </p>
            <p className="muted">
              <SessionWhen startsAt={own.session.startsAt} endsAt={own.session.endsAt} />
            </p>
            {own.enrolment.place === 'cancelled' && own.enrolment.reason && (
              <p className="muted">{messages.reason(own.enrolment.reason)}</p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
