import { useState } from 'react';
import { issueAccessCodes } from '../../api-client/people.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Notice } from '../../components/notice.js';
import { useAction } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { rosterMessages } from '../../messages/roster.js';

export function AccessCodeCard({ onIssued }: { readonly onIssued: () => void }) {
  const messages = useMessages(rosterMessages);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const issue = useAction(async () => {
    await issueAccessCodes(messages.codesFile);
    setDone(true);
    onIssued();
  });
  return (
    <Card title={messages.codesTitle}>
      <p>{messages.codesLead}</p>
      <div className="card__foot">
        <Button
          kind="secondary"
          onClick={() => {
            setDone(false);
            setAsking(true);
          }}
        >
          {messages.issueAll}
        </Button>
      </div>
      {done && <Notice kind="success" title={messages.issued} live />}
      {asking && (
        <ConfirmDialog
          title={messages.issueAllTitle}
          confirmLabel={messages.issue}
          action={issue}
          onClose={() => setAsking(false)}
        >
          <ul>
            {messages.issueAllEffects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
    </Card>
  );
}
