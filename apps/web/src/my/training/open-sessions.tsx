import { useSearchParams } from 'react-router';
import type { Course, TrainingSession } from '../../api-client/courses.js';
import { EmptyState } from '../../components/empty-state.js';
import { Field } from '../../components/field.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { myTrainingMessages } from '../../messages/my-training.js';
import { OpenSessionCard } from './open-session-card.js';

interface OpenSessionsProps {
  readonly sessions: readonly TrainingSession[];
  readonly courses: readonly Course[];
  readonly onApplied: () => void;
}

/** Sessions that take applications, of one course or of all. */
export function OpenSessions({ sessions, courses, onApplied }: OpenSessionsProps) {
  const messages = useMessages(myTrainingMessages);
  const [search, setSearch] = useSearchParams();
  if (sessions.length === 0)
    return (
      <EmptyState title={messages.noneOpen}>
        <p>{messages.noneOpenLead}</p>
      </EmptyState>
    );
  const offered = new Map(sessions.map(({ courseKey, course }) => [courseKey, course]));
  const asked = search.get('course') ?? '';
  const chosen = offered.has(asked) ? asked : '';
  const shown = sessions.filter(({ courseKey }) => chosen === '' || courseKey === chosen);
  return (
    <>
      <div className="inline-form course-filter no-print">
        <Field label={messages.course}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={chosen}
              onChange={({ target: { value } }) =>
                setSearch(value === '' ? {} : { course: value }, { replace: true, preventScrollReset: true })
              }
            >
              <option value="">{messages.allCourses}</option>
              {[...offered].map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p role="status" className="muted course-filter__found">
        {messages.found(formatCount(shown.length))}
      </p>
      <ul className="plain-list stack">
        {shown.map((session) => (
          <li key={session.id}>
            <OpenSessionCard
              session={session}
              description={courses.find(({ key }) => key === session.courseKey)?.description ?? ''}
              onApplied={onApplied}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
