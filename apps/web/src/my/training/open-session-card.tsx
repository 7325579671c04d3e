import { useState } from 'react';
import { applyForSession, type TrainingSession } from '../../api-client/courses.js';
import { Button } from '../../components/button.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAction } from '../../components/use-action.js';
import { formatCount } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { myTrainingMessages } from '../../messages/my-training.js';
import { CapacityBar } from '../../training/capacity-bar.js';
import { FactList } from '../../training/fact-list.js';
import { OutcomeLine, type Outcome } from '../../training/outcome-line.js';
import { PlaceBadge } from '../../training/place-badge.js';
import { weekdayDate } from '../../training/session-time.js';
import { SessionWhen } from '../../training/session-when.js';
import { outcomeOfApplication } from './application-outcome.js';

interface OpenSessionCardProps {
  readonly session: TrainingSession;
  /** Of the course; may be "". */
  readonly description: string;
  readonly onApplied: () => void;
}

/** A session that takes applications, and the application. */
export function OpenSessionCard({ session, description, onApplied }: OpenSessionCardProps) {
  const messages = useMessages(myTrainingMessages);
  const { language } = useLanguage();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const apply = useAction(async () => {
    const enrolment = await applyForSession(session.id);
    setOutcome(outcomeOfApplication(enrolment, messages.applied));
    onApplied();
  });
  const { course, capacity, seated, waiting, own } = session;
  const left = Math.max(0, capacity - seated);
  const isIn = own !== null && own.place !== 'cancelled';
  // Said at once, before the list is there anew; and no longer true once the place was given back.
  const said = own?.place === 'cancelled' ? null : outcome;
  return (
    <article className="card open-session">
      <h3 className="own-place__title">{course}</h3>
      <p className="own-place__when">
        <SessionWhen startsAt={session.startsAt} endsAt={session.endsAt} />
      </p>
      <FactList
        facts={[
          [messages.room, session.room],
          [messages.method, session.method],
          [messages.deadline, messages.until(weekdayDate(session.applyUntil, language))],
          [messages.seatsLeft, left > 0 || isIn ? messages.left(formatCount(left)) : messages.noneLeft],
          [messages.note, session.note],
        ]}
      />
      <CapacityBar seated={seated} capacity={capacity} waiting={waiting} of={course} />
      {description && (
        <details className="disclosure disclosure--near">
          <summary>{messages.about}</summary>
          <p className="own-lines">{description}</p>
        </details>
      )}
      {apply.problem && <ProblemNotice problem={apply.problem} />}
      <OutcomeLine outcome={said} />
      {isIn && (
        <p className="open-session__in">
          <PlaceBadge enrolment={own} />
        </p>
      )}
      {!isIn && said === null && (
        <div className="card-actions">
          <Button busy={apply.busy} onClick={() => void apply.run()}>
            {left > 0 ? messages.apply : messages.applyWaiting}
            <span className="visually-hidden">{messages.of(course)}</span>
          </Button>
        </div>
      )}
    </article>
  );
}
