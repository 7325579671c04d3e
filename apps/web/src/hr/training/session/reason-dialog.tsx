import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { TextField } from '../../../components/text-field.js';
import { useAction } from '../../../components/use-action.js';
import { useMessages } from '../../../language/language.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly lead: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly act: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Something done to people's places, with the reason that they are told. */
export function ReasonDialog({ title, lead, confirmLabel, danger = false, act, onClose, onDone }: ReasonDialogProps) {
  const messages = useMessages(trainingSessionMessages);
  const [reason, setReason] = useState('');
  const action = useAction(async () => {
    await act(reason.trim());
    onDone();
  });
  return (
    <ConfirmDialog title={title} confirmLabel={confirmLabel} danger={danger} action={action} onClose={onClose}>
      <p>{lead}</p>
      <TextField
        label={messages.reason}
        hint={messages.reasonToThem}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
    </ConfirmDialog>
  );
}
