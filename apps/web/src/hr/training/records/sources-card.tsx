import { useState } from 'react';
import { revokeStatementSource, type StatementSource } from '../../../api-client/learning-records.js';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { useAction } from '../../../components/use-action.js';
import type { Loaded } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingRecordMessages } from '../../../messages/training-record.js';
import { SourceDialog } from './source-dialog.js';
import { SourceTable } from './source-table.js';

/** Learning systems that may report completions (xAPI). */
export function SourcesCard({ sources }: { readonly sources: Loaded<StatementSource[]> }) {
  const messages = useMessages(trainingRecordMessages);
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<StatementSource | null>(null);
  return (
    <Card
      title={messages.sourcesTitle}
      actions={
        <Button kind="secondary" onClick={() => setAdding(true)}>
          {messages.addSource}
        </Button>
      }
    >
      <p className="lead-in">{messages.sourcesLead}</p>
      <LoadView loaded={sources} skeletonLines={3}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={messages.noSources} />
          ) : (
            <SourceTable sources={all} onRevoke={setRevoking} />
          )
        }
      </LoadView>
      {adding && <SourceDialog onClose={() => setAdding(false)} onCreated={sources.reload} />}
      {revoking && <RevokeDialog source={revoking} onClose={() => setRevoking(null)} onDone={sources.reload} />}
    </Card>
  );
}

interface RevokeDialogProps {
  readonly source: StatementSource;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function RevokeDialog({ source, onClose, onDone }: RevokeDialogProps) {
  const messages = useMessages(trainingRecordMessages);
  const action = useAction(async () => {
    await revokeStatementSource(source.key);
    onDone();
  });
  return (
    <ConfirmDialog
      title={messages.revokeOf(source.name)}
      confirmLabel={messages.revoke}
      danger
      action={action}
      onClose={onClose}
    >
      <p>{messages.revokeLead}</p>
    </ConfirmDialog>
  );
}
