import { useState } from 'react';
import { signInFirst } from '../api-client/sessions.js';
import type { Session } from '../api-client/types.js';
import { Button } from '../components/button.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { TextField } from '../components/text-field.js';
import { useAction } from '../components/use-action.js';
import { useMessages } from '../language/language.js';
import { sessionMessages } from '../messages/session.js';
import { NewPasswordFields } from './new-password-fields.js';
import { passwordFault } from './password-rule.js';

/** First sign-in: the access code works once and is spent by setting a password. */
export function FirstSignInForm({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const messages = useMessages(sessionMessages);
  const [login, setLogin] = useState('');
  const [accessCode, setAccessCode] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const fault = passwordFault(password, repeated);
  const action = useAction(async () =>
    onSignedIn(await signInFirst({ login: login.trim(), accessCode: accessCode.trim(), newPassword: password })),
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (fault === null) void action.run();
      }}
    >
      <p>{messages.firstLead}</p>
      {action.problem && <ProblemNotice problem={action.problem} />}
      <TextField label={messages.staffNumber} value={login} onChange={setLogin} autoComplete="username" required />
      <TextField
        label={messages.accessCode}
        hint={messages.accessCodeHint}
        value={accessCode}
        onChange={setAccessCode}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
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
        {messages.setPassword}
      </Button>
    </form>
  );
}
