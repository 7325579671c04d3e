import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { checkSetupToken } from '../api-client/sessions.js';
import { Card } from '../components/card.js';
import { LoadView } from '../components/load-view.js';
import { Notice } from '../components/notice.js';
import { PageHead } from '../components/page-head.js';
import { useLoad } from '../components/use-load.js';
import { useMessages } from '../language/language.js';
import { sessionMessages } from '../messages/session.js';
import { useSession } from './session.js';
import { SetupForm } from './setup-form.js';

/** The one-time link printed at the first start: makes the organisation and its first HR account. */
export function SetupPage() {
  const messages = useMessages(sessionMessages);
  const { setSession } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const load = useCallback(
    () => (token === '' ? Promise.resolve(false) : checkSetupToken(token).then(() => true)),
    [token],
  );
  const loaded = useLoad(load);
  return (
    <div className="narrow">
      <PageHead title={messages.setupTitle} lead={messages.setupLead} />
      <LoadView loaded={loaded}>
        {(usable) =>
          usable ? (
            <Card>
              <SetupForm
                token={token}
                onDone={(session) => {
                  setSession(session);
                  void navigate('/hr', { replace: true });
                }}
              />
            </Card>
          ) : (
            <Notice kind="error" title={messages.setupNoToken} />
          )
        }
      </LoadView>
    </div>
  );
}
