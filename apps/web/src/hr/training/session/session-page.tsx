import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import { buildSessionDocument, getTrainingSession } from '../../../api-client/courses.js';
import { LoadView } from '../../../components/load-view.js';
import { PageHead } from '../../../components/page-head.js';
import { useLoad } from '../../../components/use-load.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { JobFileButton } from '../../../training/job-file-button.js';
import { sessionTime } from '../../../training/session-time.js';
import { LinkTabs } from '../link-tabs.js';
import { useAddress } from '../use-address.js';
import { AttendanceCard } from './attendance-card.js';
import { SessionActions } from './session-actions.js';
import { SessionFacts } from './session-facts.js';
import { SessionPeople } from './session-people.js';

const VIEWS = ['people', 'attendance'] as const;

/** One session (回): who comes, who waits, who came. */
export function SessionPage() {
  const messages = useMessages(trainingSessionMessages);
  const { language } = useLanguage();
  const { id = '' } = useParams();
  const address = useAddress();
  const loaded = useLoad(useCallback(() => getTrainingSession(id), [id]));
  const view = VIEWS.find((each) => each === address.get('view')) ?? 'people';
  return (
    <LoadView loaded={loaded} skeletonLines={10}>
      {(detail) => {
        const { session } = detail;
        return (
          <>
            <PageHead
              title={session.course}
              back={<Link to="/hr/training/sessions">{messages.backToSessions}</Link>}
              lead={sessionTime(session.startsAt, session.endsAt, language)}
              actions={session.state === 'scheduled' && <SessionActions detail={detail} onChanged={loaded.reload} />}
            />
            <SessionFacts detail={detail} />
            <div className="cluster session-documents">
              <JobFileButton label={messages.sheet} build={() => buildSessionDocument(id, 'attendance-sheet')} />
              {session.state === 'closed' && (
                <JobFileButton label={messages.list} build={() => buildSessionDocument(id, 'completion-list')} />
              )}
            </div>
            <LinkTabs
              label={messages.viewsLabel}
              current={view}
              within
              tabs={VIEWS.map((key) => ({ key, label: messages.views[key], to: address.to({ view: key }) }))}
            />
            {view === 'people' ? (
              <SessionPeople detail={detail} onChanged={loaded.reload} />
            ) : (
              <AttendanceCard key={session.state} detail={detail} onChanged={loaded.reload} />
            )}
          </>
        );
      }}
    </LoadView>
  );
}
