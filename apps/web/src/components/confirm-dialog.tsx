import type { ReactNode } from 'react';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { ProblemNotice } from './problem-notice.js';
import type { Action } from './use-action.js';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, in words. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly action: Action<[]>;
  readonly onClose: () => void;
}

/** Says what will happen before it happens; closes itself once it has. */
export function ConfirmDialog({ title, children, confirmLabel, danger, action, onClose }: ConfirmDialogProps) {
  const messages = useMessages(shellMessages);
  const confirm = async (): Promise<void> => {
    if (await action.run()) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">{children}</div>
      {action.problem && <ProblemNotice problem={action.problem} />}
      <div className="dialog__actions">
        <Button kind="secondary" onClick={onClose}>
          {messages.cancel}
        </Button>
        <Button kind={danger ? 'danger' : 'primary'} busy={action.busy} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}
