import { useId } from 'react';
import type { TrainingSession } from '../../api-client/courses.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';
import { SessionWhen } from '../../training/session-when.js';

interface SessionRadiosProps {
  readonly sessions: readonly TrainingSession[];
  readonly chosen: string | null;
  readonly error: string | null;
  readonly onChoose: (id: string) => void;
}

/** One of the sessions, each with when, where and how many seats are left. */
export function SessionRadios({ sessions, chosen, error, onChoose }: SessionRadiosProps) {
  const messages = useMessages(unitTrainingMessages);
  const id = useId();
  return (
    <fieldset className="fieldset" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="fieldset__legend">{messages.whichSession}</legend>
      <div className="session-radios">
        {sessions.map((session) => (
          <label key={session.id} className="candidate-row session-radio">
            <input
              type="radio"
              name={id}
              checked={session.id === chosen}
              onChange={() => onChoose(session.id)}
              aria-invalid={error ? true : undefined}
            />
            <span>
              <strong>{session.course}</strong>
              <span className="session-radio__line">
                <SessionWhen startsAt={session.startsAt} endsAt={session.endsAt} /> {session.room}
              </span>
              <span className="session-radio__line muted">
                {messages.seatsLeft(
                  formatCount(Math.max(0, session.capacity - session.seated)),
                  formatCount(session.waiting),
                )}
              </span>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="field__error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
