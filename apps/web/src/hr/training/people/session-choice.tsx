import type { TrainingSession } from '../../../api-client/courses.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingPeopleMessages } from '../../../messages/training-people.js';
import { SessionWhen } from '../../../training/session-when.js';

interface SessionChoiceProps {
  readonly sessions: readonly TrainingSession[];
  readonly chosen: string | null;
  readonly onChoose: (session: TrainingSession) => void;
}

/** One of the sessions to come, with the seats it has left. */
export function SessionChoice({ sessions, chosen, onChoose }: SessionChoiceProps) {
  const messages = useMessages(trainingPeopleMessages);
  return (
    <fieldset className="fieldset session-choice">
      <legend className="fieldset__legend">{messages.whichSession}</legend>
      {sessions.map((session) => (
        <label key={session.id} className="check session-choice__row">
          <input type="radio" name="session" checked={session.id === chosen} onChange={() => onChoose(session)} />
          <span>
            <strong>{session.course}</strong> <SessionWhen startsAt={session.startsAt} endsAt={session.endsAt} />{' '}
            {session.room}
            <span className="table__sub muted">
              {messages.seatsLeft(
                formatCount(Math.max(0, session.capacity - session.seated)),
                formatCount(session.waiting),
              )}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
