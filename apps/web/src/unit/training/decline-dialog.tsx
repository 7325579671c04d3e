import { useState } from 'react';
import { decideEnrolment } from '../../api-client/courses.js';
import type { MyEnrolment } from '../../api-client/training-people.js';
import { Button } from '../../components/button.js';
import { Dialog } from '../../components/dialog.js';
import { Field } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAction } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { shellMessages } from '../../messages/shell.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';

interface DeclineDialogProps {
  readonly pending: MyEnrolment;
  readonly onClose: () => void;
  readonly onDeclined: () => void;
}

/** Says what declining does, and asks for the reason that the person is told. */
export function DeclineDialog({ pending, onClose, onDeclined }: DeclineDialogProps) {
  const messages = useMessages(unitTrainingMessages);
  const { cancel } = useMessages(shellMessages);
  const { enrolment, session } = pending;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const action = useAction(() => decideEnrolment(enrolment.id, false, reason.trim()));
  const decline = async (): Promise<void> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '' || !(await action.run())) return;
    onClose();
    onDeclined();
  };
  return (
    <Dialog title={messages.declineTitle(enrolment.name, session.course)} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void decline();
        }}
      >
        <p>{messages.declineLead}</p>
        <Field
          label={messages.declineReason}
          hint={messages.declineReasonHint}
          error={missing ? messages.declineReasonMissing : null}
          required
        >
          {(control) => (
            <textarea
              {...control}
              className="input"
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {action.problem && <ProblemNotice problem={action.problem} />}
        <div className="dialog__actions">
          <Button kind="secondary" onClick={onClose}>
            {cancel}
          </Button>
          <Button kind="danger" type="submit" busy={action.busy}>
            {messages.declineDo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
