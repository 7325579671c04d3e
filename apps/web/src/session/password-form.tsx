import { useState } from 'react';
import { signIn } from '../api-client/sessions.js';
import type { Session } from '../api-client/types.js';
import { Button } from '../components/button.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { TextField } from '../components/text-field.js';
import { useAction } from '../components/use-action.js';
import { useMessages } from '../language/language.js';
import { sessionMessages } from '../messages/session.js';

export function PasswordForm({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const messages = useMessages(sessionMessages);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const action = useAction(async () => onSignedIn(await signIn({ login: login.trim(), password })));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run();
      }}
    >
      {action.problem && <ProblemNotice problem={action.problem} />}
      <TextField
        label={messages.login}
        hint={messages.loginHint}
        value={login}
        onChange={setLogin}
        autoComplete="username"
        autoCapitalize="none"
        required
      />
      <TextField
        label={messages.password}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" large busy={action.busy}>
        {messages.signIn}
      </Button>
    </form>
  );
}
