import { Suspense } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { Skeleton } from '../components/skeleton.js';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';
import { SessionProvider } from '../session/session-provider.js';
import { SiteHeader } from './site-header.js';

export function SiteLayout() {
  const messages = useMessages(shellMessages);
  const navigation = useNavigation();
  return (
    <SessionProvider>
      <a className="skip-link" href="#main">
        {messages.skipToMain}
      </a>
      <SiteHeader />
      <main id="main" tabIndex={-1} aria-busy={navigation.state !== 'idle' || undefined}>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="site-footer">{messages.footer}</footer>
      <ScrollRestoration />
    </SessionProvider>
  );
}
