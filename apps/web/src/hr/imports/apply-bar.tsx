import { useState } from 'react';
import type { ImportReport } from '../../api-client/types.js';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import type { Action } from '../../components/use-action.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { shellMessages } from '../../messages/shell.js';
import { importMessages } from '../../messages/import.js';

interface ApplyBarProps {
  readonly report: ImportReport;
  readonly apply: Action<[boolean]>;
  readonly onCancel: () => void;
}

/** All rows when all are right; otherwise the right ones only, after a confirmation that says how many are left behind. */
export function ApplyBar({ report, apply, onCancel }: ApplyBarProps) {
  const messages = useMessages(importMessages);
  const { cancel } = useMessages(shellMessages);
  const [asking, setAsking] = useState(false);
  const clean = report.errorCount === 0;
  const bad = formatCount(Math.max(0, report.rows - report.validRows));
  const confirmed: Action<[]> = { ...apply, run: () => apply.run(!clean) };
  return (
    <div className="cluster">
      {clean && <Button onClick={() => setAsking(true)}>{messages.apply}</Button>}
      {!clean && report.validRows > 0 && (
        <Button kind="secondary" onClick={() => setAsking(true)}>
          {messages.applyValid(formatCount(report.validRows))}
        </Button>
      )}
      <Button kind="quiet" onClick={onCancel}>
        {cancel}
      </Button>
      {asking && (
        <ConfirmDialog
          title={clean ? messages.confirmTitle : messages.confirmValidTitle}
          confirmLabel={clean ? messages.apply : messages.applyValid(formatCount(report.validRows))}
          action={confirmed}
          onClose={() => setAsking(false)}
        >
          <p>{clean ? messages.confirmBody(formatCount(report.validRows)) : messages.confirmValidBody(bad)}</p>
          {(report.counts['left'] ?? 0) > 0 && <p>{messages.leftNote(formatCount(report.counts['left'] ?? 0))}</p>}
        </ConfirmDialog>
      )}
    </div>
  );
}
