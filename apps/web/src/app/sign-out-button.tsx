import { useAction } from '../components/use-action.js';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';
import { useSession } from '../session/session.js';

export function SignOutButton() {
  const messages = useMessages(shellMessages);
  const { signOut } = useSession();
  const action = useAction(signOut);
  return (
    <>
      <button type="button" className="link-button" onClick={() => void action.run()}>
        {messages.signOut}
      </button>
      {action.problem && (
        <span role="alert" className="field__error">
          {messages.signOutFailed}
        </span>
      )}
    </>
  );
}
