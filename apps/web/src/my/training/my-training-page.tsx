import { useState } from 'react';
import { listCourses, listTrainingSessions } from '../../api-client/courses.js';
import { getMyTraining } from '../../api-client/training-people.js';
import { LoadView } from '../../components/load-view.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { myTrainingMessages } from '../../messages/my-training.js';
import { OutcomeLine, type Outcome } from '../../training/outcome-line.js';
import { MyTrainingHead } from './my-training-head.js';
import { MyTrainingView } from './my-training-view.js';
import { NoticeList } from './notice-list.js';
import { OpenSessions } from './open-sessions.js';
import { OwnPlaceList } from './own-place-list.js';

const loadSessions = () => listTrainingSessions();

/** 研修 for a member of staff: the own places, what can be applied for, and notices. */
export function MyTrainingPage() {
  const messages = useMessages(myTrainingMessages);
  const mine = useLoad(getMyTraining);
  const sessions = useLoad(loadSessions);
  const courses = useLoad(listCourses);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const reload = (): void => {
    mine.reload();
    sessions.reload();
  };
  return (
    <div className="medium my-training">
      <MyTrainingHead tab="places" title={messages.title} />
      <MyTrainingView loaded={mine}>
        {({ enrolments, notices, completions }) => (
          <>
            <section aria-labelledby="mine" className="page-section">
              <h2 id="mine">{messages.mine}</h2>
              <OutcomeLine outcome={outcome} />
              <OwnPlaceList
                enrolments={enrolments}
                onGivenBack={(course) => {
                  setOutcome({ title: messages.givenBack(course) });
                  reload();
                }}
              />
            </section>
            <section aria-labelledby="open" className="page-section">
              <h2 id="open">{messages.open}</h2>
              <LoadView loaded={sessions}>
                {(list) => (
                  // Without its description a course can still be applied for.
                  <OpenSessions
                    sessions={list.filter(({ open }) => open)}
                    courses={courses.data ?? []}
                    onApplied={() => {
                      setOutcome(null);
                      reload();
                    }}
                  />
                )}
              </LoadView>
            </section>
            <section aria-labelledby="notices" className="page-section">
              <h2 id="notices">{messages.notices}</h2>
              <NoticeList notices={notices} completions={completions} />
            </section>
          </>
        )}
      </MyTrainingView>
    </div>
  );
}
