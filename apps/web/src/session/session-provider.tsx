import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { onSignedOut } from '../api-client/client.js';
import { getSession, signOut as requestSignOut } from '../api-client/sessions.js';
import type { Session } from '../api-client/types.js';
import { LoadView } from '../components/load-view.js';
import { useLoad } from '../components/use-load.js';
import { SessionContext } from './session.js';

/** Asks once who is signed in, and forgets it as soon as the api says that nobody is any more. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const loaded = useLoad(getSession);
  return (
    <LoadView loaded={loaded}>{(initial) => <SessionHolder initial={initial}>{children}</SessionHolder>}</LoadView>
  );
}

function SessionHolder({ initial, children }: { readonly initial: Session; readonly children: ReactNode }) {
  const [session, setSession] = useState(initial);
  useEffect(() => onSignedOut(() => setSession((before) => ({ ...before, account: null }))), []);
  const signOut = useCallback(async () => {
    await requestSignOut();
    setSession((before) => ({ ...before, account: null }));
  }, []);
  return <SessionContext value={{ session, setSession, signOut }}>{children}</SessionContext>;
}
