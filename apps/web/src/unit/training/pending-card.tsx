import { useState } from 'react';
import { decideEnrolment } from '../../api-client/courses.js';
import type { MyEnrolment } from '../../api-client/training-people.js';
import { Button } from '../../components/button.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAction } from '../../components/use-action.js';
import { formatCount, formatInstant } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';
import { FactList } from '../../training/fact-list.js';
import { hasBegun } from '../../training/has-begun.js';
import { SessionWhen } from '../../training/session-when.js';
import { DeclineDialog } from './decline-dialog.js';

interface PendingCardProps {
  readonly pending: MyEnrolment;
  /** @param said what was decided, in words */
  readonly onDecided: (said: string) => void;
}

/** One application: who wants what, and the two answers. */
export function PendingCard({ pending, onDecided }: PendingCardProps) {
  const messages = useMessages(unitTrainingMessages);
  const { language } = useLanguage();
  const { enrolment, session } = pending;
  const { name, department, position, line } = enrolment;
  const [declining, setDeclining] = useState(false);
  const approve = useAction(async () => {
    await decideEnrolment(enrolment.id, true, '');
    onDecided(messages.approved(name, session.course));
  });
  const begun = hasBegun(session.startsAt);
  const of = <span className="visually-hidden">{messages.of(name, session.course)}</span>;
  return (
    <article className="card pending-card">
      <h3 className="pending-card__name">
        {name} <span className="pending-card__post">{`${department} ${position}`}</span>
      </h3>
      <p className="pending-card__course">{session.course}</p>
      <FactList
        facts={[
          [messages.when, <SessionWhen key="when" startsAt={session.startsAt} endsAt={session.endsAt} />],
          [messages.room, session.room],
          [messages.applied, formatInstant(enrolment.requestedAt, language)],
          [messages.place, line === null ? messages.placeSeated : messages.placeWaiting(formatCount(line))],
        ]}
      />
      {approve.problem && <ProblemNotice problem={approve.problem} />}
      {begun && <p>{messages.begun}</p>}
      <div className="card-actions">
        <Button busy={approve.busy} onClick={() => void approve.run()}>
          {messages.approve}
          {of}
        </Button>
        {!begun && (
          <Button kind="secondary" onClick={() => setDeclining(true)}>
            {messages.decline}
            {of}
          </Button>
        )}
      </div>
      {declining && (
        <DeclineDialog
          pending={pending}
          onClose={() => setDeclining(false)}
          onDeclined={() => onDecided(messages.declined(name, session.course))}
        />
      )}
    </article>
  );
}
