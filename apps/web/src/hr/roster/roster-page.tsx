import { useCallback, useState } from 'react';
import { PageHead } from '../../components/page-head.js';
import { useMessages } from '../../language/language.js';
import { rosterMessages } from '../../messages/roster.js';
import { hasRole, useSession } from '../../session/session.js';
import { ImportPanel } from '../imports/import-panel.js';
import { AccessCodeCard } from './access-code-card.js';
import { OrganisationCard } from './organisation-card.js';
import { StaffCard } from './staff-card.js';

export function RosterPage() {
  const messages = useMessages(rosterMessages);
  const { session } = useSession();
  const [version, setVersion] = useState(0);
  const changed = useCallback(() => setVersion((before) => before + 1), []);
  return (
    <>
      <PageHead title={messages.title} lead={messages.lead} />
      {hasRole(session.account, 'hr') && (
        <>
          <ImportPanel kind="roster" onApplied={changed} />
          <ImportPanel kind="successions" onApplied={changed} />
        </>
      )}
      <StaffCard version={version} />
      <AccessCodeCard onIssued={changed} />
      <OrganisationCard />
    </>
  );
}
