import { useState } from 'react';
import { releaseTarget, setTarget, type DepartmentTarget } from '../../../api-client/training.js';
import type { Programme } from '../../../api-client/types.js';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { TextField } from '../../../components/text-field.js';
import { useAction } from '../../../components/use-action.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { shellMessages } from '../../../messages/shell.js';
import { trainingMessages } from '../../../messages/training.js';

interface TargetDialogProps {
  readonly programme: Programme;
  readonly department: DepartmentTarget;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Fixes a department's target, with the reason that everybody sees, or lets the calculation decide again. */
export function TargetDialog({ programme, department, onClose, onChanged }: TargetDialogProps) {
  const messages = useMessages(trainingMessages);
  const { cancel } = useMessages(shellMessages);
  const [target, setTargetText] = useState(String(department.target));
  const [reason, setReason] = useState(department.lockReason);
  const place = {
    programmeKey: programme.key,
    fiscalYear: programme.targetYear,
    departmentCode: department.departmentCode,
  };
  const fix = useAction(() => setTarget(place, Number(target), reason.trim()));
  const release = useAction(() => releaseTarget(place));
  const finish = (done: boolean): void => {
    if (!done) return;
    onClose();
    onChanged();
  };
  const problem = fix.problem ?? release.problem;
  return (
    <Dialog title={messages.changeTargetOf(department.department)} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void fix.run().then(finish);
        }}
      >
        <p>{messages.fixLead}</p>
        <TextField
          label={messages.fixedTarget}
          hint={messages.ceiling(formatCount(department.ceiling))}
          type="number"
          min={0}
          max={1_000_000}
          step={1}
          inputMode="numeric"
          className="input input--short"
          value={target}
          onChange={setTargetText}
          required
        />
        <TextField
          label={messages.fixReason}
          hint={messages.fixReasonHint}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
        />
        {problem && <ProblemNotice problem={problem} />}
        <div className="dialog__actions">
          <Button kind="secondary" onClick={onClose}>
            {cancel}
          </Button>
          {department.locked && (
            <Button kind="secondary" busy={release.busy} onClick={() => void release.run().then(finish)}>
              {messages.unlock}
            </Button>
          )}
          <Button type="submit" busy={fix.busy}>
            {messages.fix}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
