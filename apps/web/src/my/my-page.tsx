import { useEffect } from 'react';
import { getMyAccessCodeIssues, getMySurveys } from '../api-client/sessions.js';
import { EmptyState } from '../components/empty-state.js';
import { LoadView } from '../components/load-view.js';
import { PageHead } from '../components/page-head.js';
import { useLoad } from '../components/use-load.js';
import { useMessages } from '../language/language.js';
import { myMessages } from '../messages/my.js';
import { useSession } from '../session/session.js';
import { AccessCodeHistory } from './access-code-history.js';
import { MySurveyCard } from './my-survey-card.js';
import { repeatDoneMarks, wasSent } from './repeat-done-marks.js';

/** What a member of staff sees first: the surveys to answer. */
export function MyPage() {
  const messages = useMessages(myMessages);
  const { session } = useSession();
  const surveys = useLoad(getMySurveys);
  const issues = useLoad(getMyAccessCodeIssues);
  const login = session.account?.login;
  const { data } = surveys;
  useEffect(() => {
    if (login !== undefined && data !== null) void repeatDoneMarks(localStorage, login, data);
  }, [login, data]);
  return (
    <div className="medium">
      <PageHead title={messages.title} lead={session.account?.departmentPath} />
      <LoadView loaded={surveys}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={messages.none}>
              <p>{messages.noneLead}</p>
            </EmptyState>
          ) : (
            <ul className="plain-list stack">
              {list.map((survey) => (
                <li key={survey.id}>
                  <MySurveyCard survey={survey} sent={login !== undefined && wasSent(localStorage, login, survey.id)} />
                </li>
              ))}
            </ul>
          )
        }
      </LoadView>
      <LoadView loaded={issues} skeletonLines={2}>
        {(list) => list.length > 0 && <AccessCodeHistory issues={list} />}
      </LoadView>
    </div>
  );
}
