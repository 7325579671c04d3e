import { issueAccessCodes } from '../../api-client/people.js';
import type { StaffMember } from '../../api-client/types.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { useAction } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { rosterMessages } from '../../messages/roster.js';

interface ReissueDialogProps {
  readonly member: StaffMember;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function ReissueDialog({ member, onClose, onDone }: ReissueDialogProps) {
  const messages = useMessages(rosterMessages);
  const issue = useAction(async () => {
    await issueAccessCodes(messages.codesFile, [member.staffNumber]);
    onDone();
  });
  return (
    <ConfirmDialog title={messages.codeFor(member.name)} confirmLabel={messages.issue} action={issue} onClose={onClose}>
      <ul>
        {messages.reissueEffects[member.account].map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
