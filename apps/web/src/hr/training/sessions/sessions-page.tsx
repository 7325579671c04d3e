import { useCallback, useState } from 'react';
import { addDays, dateInJapan } from '#survey-model';
import { listCourses, listTrainingSessions } from '../../../api-client/courses.js';
import { Button } from '../../../components/button.js';
import { CheckField } from '../../../components/check-field.js';
import { EmptyState } from '../../../components/empty-state.js';
import { Field } from '../../../components/field.js';
import { LoadView } from '../../../components/load-view.js';
import { Notice } from '../../../components/notice.js';
import { useLoad } from '../../../components/use-load.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { sessionTime } from '../../../training/session-time.js';
import { monthText } from '../month-text.js';
import { TrainingHead } from '../training-head.js';
import { useAddress } from '../use-address.js';
import { SessionDialog } from './session-dialog.js';
import { SessionItem } from './session-item.js';
import { sessionsByMonth } from './sessions-by-month.js';

/** Before any session of the plan. */
const EVER = '2000-01-01';

/** The calendar of sessions (回), month by month. */
export function SessionsPage() {
  const messages = useMessages(trainingSessionMessages);
  const { language } = useLanguage();
  const address = useAddress();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const course = address.get('course');
  const past = address.get('past') === '1';
  const loaded = useLoad(
    useCallback(() => {
      const byCourse = course === '' ? {} : { courseKey: course };
      if (!past) return listTrainingSessions(byCourse);
      const until = addDays(dateInJapan(new Date()), -1);
      return listTrainingSessions({ ...byCourse, from: EVER, until }).then((sessions) => sessions.reverse());
    }, [course, past]),
  );
  const courses = useLoad(listCourses);
  const offered = (courses.data ?? []).filter(({ withdrawn }) => !withdrawn);
  const add = offered.length > 0 && <Button onClick={() => setAdding(true)}>{messages.newSession}</Button>;
  return (
    <>
      <TrainingHead tab="sessions" title={messages.title} lead={messages.lead} actions={add} />
      {added && <Notice kind="success" title={messages.added(added)} live />}
      <div className="session-filter no-print">
        <Field label={messages.course}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={course}
              onChange={(event) => address.set({ course: event.target.value })}
            >
              <option value="">{messages.allCourses}</option>
              {(courses.data ?? []).map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <CheckField label={messages.past} checked={past} onChange={(on) => address.set({ past: on ? '1' : '' })} />
      </div>
      <LoadView loaded={loaded}>
        {(sessions) => (
          <>
            {sessions.length === 0 && (
              <EmptyState title={past ? messages.nonePast : messages.noneUpcoming}>
                {courses.data?.length === 0 && <p>{messages.coursesFirst}</p>}
              </EmptyState>
            )}
            {sessionsByMonth(sessions).map(({ month, sessions: own }) => (
              <section key={month} className="session-month" aria-label={monthText(month, language)}>
                <h2>
                  {monthText(month, language)} <span className="muted">{messages.count(own.length)}</span>
                </h2>
                <ul className="plain-list session-list">
                  {own.map((session) => (
                    <SessionItem key={session.id} session={session} />
                  ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </LoadView>
      {adding && (
        <SessionDialog
          courses={offered}
          onClose={() => setAdding(false)}
          onSaved={({ course: name, startsAt, endsAt }) => {
            setAdding(false);
            setAdded(`${name} ${sessionTime(startsAt, endsAt, language)}`);
            loaded.reload();
          }}
        />
      )}
    </>
  );
}
