import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Session } from '../api-client/types.js';
import { Card } from '../components/card.js';
import { Notice } from '../components/notice.js';
import { PageHead } from '../components/page-head.js';
import { useMessages } from '../language/language.js';
import { sessionMessages } from '../messages/session.js';
import { FirstSignInForm } from './first-sign-in-form.js';
import { PasswordForm } from './password-form.js';
import { homeOf, returnPath, useSession } from './session.js';

export function SignInPage() {
  const messages = useMessages(sessionMessages);
  const { session, setSession } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [first, setFirst] = useState(false);
  const target = returnPath(search.get('return'));

  useEffect(() => {
    if (session.account === null) return;
    const to = target ?? homeOf(session.account);
    // The answer page is a document of its own.
    if (to.startsWith('/answer.html')) window.location.replace(to);
    else void navigate(to, { replace: true });
  }, [session.account, target, navigate]);

  const onSignedIn = (next: Session): void => setSession(next);
  return (
    <div className="narrow">
      <PageHead title={first ? messages.firstTitle : messages.title} lead={session.organisation} />
      {target && <Notice title={messages.signInToContinue} />}
      {session.needsSetup && <Notice kind="warning" title={messages.needsSetup} />}
      <Card>{first ? <FirstSignInForm onSignedIn={onSignedIn} /> : <PasswordForm onSignedIn={onSignedIn} />}</Card>
      <p className="narrow__below">
        <button type="button" className="link-button" onClick={() => setFirst(!first)}>
          {first ? messages.toPassword : messages.toFirst}
        </button>
      </p>
    </div>
  );
}
