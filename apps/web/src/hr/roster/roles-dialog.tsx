import { useState } from 'react';
import { setRoles } from '../../api-client/people.js';
import type { StaffMember } from '../../api-client/types.js';
import { CheckField } from '../../components/check-field.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { useAction } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { rosterMessages } from '../../messages/roster.js';
import { shellMessages } from '../../messages/shell.js';

const GIVEN = ['hr', 'admin'] as const;

interface RolesDialogProps {
  readonly member: StaffMember;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** `head` follows from the roster (所属長) and is not set here. */
export function RolesDialog({ member, onClose, onDone }: RolesDialogProps) {
  const messages = useMessages(rosterMessages);
  const { save } = useMessages(shellMessages);
  const [chosen, setChosen] = useState<readonly (typeof GIVEN)[number][]>(
    GIVEN.filter((role) => member.roles.includes(role)),
  );
  const action = useAction(async () => {
    await setRoles(member.staffNumber, [...chosen]);
    onDone();
  });
  return (
    <ConfirmDialog title={messages.rolesFor(member.name)} confirmLabel={save} action={action} onClose={onClose}>
      <fieldset className="fieldset">
        <legend className="visually-hidden">{messages.roles}</legend>
        {GIVEN.map((role) => (
          <CheckField
            key={role}
            label={messages.roleLong[role]}
            checked={chosen.includes(role)}
            onChange={(on) => setChosen(on ? [...chosen, role] : chosen.filter((other) => other !== role))}
          />
        ))}
      </fieldset>
      <p className="muted">{messages.headNote}</p>
    </ConfirmDialog>
  );
}
