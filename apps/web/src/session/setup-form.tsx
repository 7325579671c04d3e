import { useState } from 'react';
import { setUp } from '../api-client/sessions.js';
import type { Session } from '../api-client/types.js';
import { Button } from '../components/button.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { TextField } from '../components/text-field.js';
import { useAction } from '../components/use-action.js';
import { useMessages } from '../language/language.js';
import { sessionMessages } from '../messages/session.js';
import { NewPasswordFields } from './new-password-fields.js';
import { passwordFault } from './password-rule.js';

interface SetupFormProps {
  readonly token: string;
  readonly onDone: (session: Session) => void;
}

export function SetupForm({ token, onDone }: SetupFormProps) {
  const messages = useMessages(sessionMessages);
  const [organisation, setOrganisation] = useState('');
  const [login, setLogin] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const fault = passwordFault(password, repeated);
  const action = useAction(async () => onDone(await setUp({ token, organisation, login, displayName, password })));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (fault === null) void action.run();
      }}
    >
      {action.problem && <ProblemNotice problem={action.problem} />}
      <TextField
        label={messages.organisation}
        hint={messages.organisationHint}
        value={organisation}
        onChange={setOrganisation}
        autoComplete="organization"
        maxLength={100}
        required
      />
      <TextField
        label={messages.setupLogin}
        hint={messages.setupLoginHint}
        value={login}
        onChange={setLogin}
        autoComplete="username"
        autoCapitalize="none"
        maxLength={64}
        required
      />
      <TextField
        label={messages.displayName}
        value={displayName}
        onChange={setDisplayName}
        autoComplete="name"
        maxLength={100}
        required
      />
      <NewPasswordFields
        password={password}
        repeated={repeated}
        onPassword={setPassword}
        onRepeated={setRepeated}
        fault={tried ? fault : null}
      />
      <Button type="submit" large busy={action.busy}>
        {messages.setUp}
      </Button>
    </form>
  );
}
