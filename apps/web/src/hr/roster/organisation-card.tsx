import { useState } from 'react';
import { renameOrganisation } from '../../api-client/people.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { TextField } from '../../components/text-field.js';
import { useAction } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { rosterMessages } from '../../messages/roster.js';
import { shellMessages } from '../../messages/shell.js';
import { useSession } from '../../session/session.js';

/** The organisation's name, as it stands on pages, questionnaires and reports from now on. */
export function OrganisationCard() {
  const messages = useMessages(rosterMessages);
  const { save } = useMessages(shellMessages);
  const { session, setSession } = useSession();
  const [name, setName] = useState(session.organisation ?? '');
  const [saved, setSaved] = useState(false);
  const rename = useAction(async () => {
    setSaved(false);
    const { name: organisation } = await renameOrganisation(name.trim());
    setSession({ ...session, organisation });
    setSaved(true);
  });
  return (
    <Card title={messages.organisationTitle}>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          void rename.run();
        }}
      >
        <TextField label={messages.organisation} value={name} onChange={setName} maxLength={100} required />
        <Button type="submit" kind="secondary" busy={rename.busy}>
          {save}
        </Button>
      </form>
      {rename.problem && <ProblemNotice problem={rename.problem} />}
      {saved && <Notice kind="success" title={messages.saved} live />}
    </Card>
  );
}
